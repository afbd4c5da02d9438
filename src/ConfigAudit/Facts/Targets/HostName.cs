using System.Globalization;
using System.Net;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Facts.Targets;

/// <summary>Names and addresses of hosts as people and machines write them: in whatever case, width or form of IPv6, with a domain or
/// without.</summary>
internal static class HostName
{
    /// <summary>Windows cuts a name at so many characters where it wants a NetBIOS name: Win32_ComputerSystem.Name, and the domain of local
    /// accounts.</summary>
    public const int NetBiosLength = 15;

    /// <summary>A name as it stands in a line of a file, without what nobody sees around it: blanks, the end of the line, a byte order
    /// mark.</summary>
    public static string Written(string line)
    {
        var (start, end) = (0, line.Length);
        while (start < end && IsUnseen(line[start]))
            start++;
        while (end > start && IsUnseen(line[end - 1]))
            end--;
        return line.Substring(start, end - start);
    }

    /// <summary>A name and the port that somebody wrote behind it; null for the port where there is none. An IPv6 address has colons of its
    /// own.</summary>
    public static (string Host, string? Port) WithPort(string name)
    {
        var colon = name.LastIndexOf(':');
        return
            colon > 0
            && !IsAddress(name)
            && ushort.TryParse(name.Substring(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? (name.Substring(0, colon).Trim().Trim('[', ']'), port.ToString(CultureInfo.InvariantCulture))
            : (name, null);
    }

    public static bool AreEqual(string? a, string? b) =>
        a is { Length: > 0 }
        && b is { Length: > 0 }
        && (
            Plain(a) == Plain(b)
            || (IPAddress.TryParse(a, out var one) && IPAddress.TryParse(b, out var other) && one.Equals(other) && a.IndexOf(':') >= 0)
        );

    /// <summary>Whether two names are one host's, where nothing else is known of it; null where one may be the other cut short.</summary>
    public static bool? AreSame(string a, string b)
    {
        if (AreEqual(a, b))
            return true;
        if (IsAddress(a) || IsAddress(b) || (Suffix(a).Length > 0 && Suffix(b).Length > 0 && !AreEqual(Suffix(a), Suffix(b))))
            return false;
        return AreEqual(Label(a), Label(b)) ? true
            : IsCut(a, b) || IsCut(b, a) ? null
            : false;
    }

    /// <summary>Whether a name may be a longer one, cut where NetBIOS cuts it.</summary>
    public static bool IsCut(string name, string whole) =>
        Short(name) is { Length: NetBiosLength } cut
        && Short(whole) is { Length: > NetBiosLength } longer
        && longer.StartsWith(cut, System.StringComparison.Ordinal);

    public static bool IsAddress(string name) => IPAddress.TryParse(name, out _);

    /// <summary>The first label of a name; an address has none, and stays as it is.</summary>
    public static string Label(string name) => Dot(name) is > 0 and var dot ? name.Substring(0, dot) : name;

    /// <summary>What follows the first label; empty for a name without a domain, and for an address.</summary>
    public static string Suffix(string name) => Dot(name) is > 0 and var dot ? name.Substring(dot + 1) : string.Empty;

    /// <summary>The first label as it is compared.</summary>
    public static string Short(string name) => Plain(Label(name));

    /// <summary>The whole name as it is compared.</summary>
    public static string Plain(string name) => HostileText.Compatible(name).Trim().TrimEnd('.').ToUpperInvariant();

    private static bool IsUnseen(char letter) =>
        char.IsWhiteSpace(letter) || letter is '\uFEFF' or '\u200B' or '\u200E' or '\u200F' or '\u2060';

    private static int Dot(string name) => IsAddress(name) ? -1 : name.TrimEnd('.').IndexOf('.');
}
