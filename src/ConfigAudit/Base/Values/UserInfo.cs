using System.Text;

namespace ConfigAudit.Base.Values;

/// <summary>The name and password that an address may carry (RFC 3986 §3.2.1: user:password@host). They are nobody's business
/// here.</summary>
internal static class UserInfo
{
    /// <summary>In one pass, whatever the text: any user of a host may write what comes here.</summary>
    public static string Removed(string text)
    {
        if (text.IndexOf('@') < 0)
            return text;
        var kept = new StringBuilder(text.Length);
        var from = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '@' && !Ends(text[at]))
                continue;
            var user = text[at] == '@' ? Beginning(text, from, at) : -1;
            kept.Append(text, from, (user < 0 ? at + 1 : user) - from);
            from = at + 1;
        }

        return kept.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>Where a user begins behind whom a colon follows before the end; -1 for nowhere.</summary>
    private static int Beginning(string text, int from, int end)
    {
        while (from < end && text[from] == ':')
            from++;
        return text.IndexOf(':', from, end - from) < 0 ? -1 : from;
    }

    private static bool Ends(char character) => character is '/' or ';' or '=' or '"' || char.IsWhiteSpace(character);
}
