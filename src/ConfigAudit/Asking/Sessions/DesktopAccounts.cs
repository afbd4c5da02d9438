using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Sessions;

/// <summary>The accounts of the desktop's own processes (S-1-5-90, S-1-5-96), which log on interactively as people do: DWM-1, UMFD-0, in
/// every language.</summary>
internal static class DesktopAccounts
{
    private static readonly Regex Pattern = LinearPattern.Of(@"^(?:DWM|UMFD)-\d+$", RegexOptions.IgnoreCase);

    public static bool Has(string name) => Pattern.IsMatch(name);
}
