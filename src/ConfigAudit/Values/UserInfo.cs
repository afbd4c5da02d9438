using System;
using System.Text.RegularExpressions;

namespace ConfigAudit.Values;

/// <summary>The name and password that an address may carry (RFC 3986 §3.2.1: user:password@host). They are nobody's business here.</summary>
internal static class UserInfo
{
    private static readonly Regex Pattern = new(@"[^/;=\s@:""]+:[^/;=\s@""]*@", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public static string Removed(string text) => text.IndexOf('@') < 0 ? text : Pattern.Replace(text, string.Empty);
}
