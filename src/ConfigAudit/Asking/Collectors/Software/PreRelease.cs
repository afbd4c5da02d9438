using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Collectors.Software;

/// <summary>Names of what was handed out before its release, which no vendor supports for as long as the release.</summary>
internal static class PreRelease
{
    private static readonly Regex Words = LinearPattern.Of(
        @"(?<![A-Za-z0-9])(?:Preview|Release Candidate|RC ?[0-9]?|Beta|Alpha|CTP ?[0-9]?|Insiders?(?: Preview)?|Nightly|Canary)(?![A-Za-z])|プレビュー|ベータ版?|評価版|Evaluation",
        RegexOptions.IgnoreCase
    );

    public static bool Is(string name) => Words.IsMatch(name);
}
