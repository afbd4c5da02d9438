using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;

namespace ConfigAudit.Telling.Outputs.Html;

/// <summary>The page's style sheet and script, and the policy that lets nothing else run or load (Content Security Policy level 2, 7.1 and
/// 7.17).</summary>
internal static class Assets
{
    public static string Style { get; } = Read("report.css");

    public static string Script { get; } = Read("report.js");

    public static string Policy { get; } =
        $"default-src 'none'; script-src '{Hash(Script)}'; style-src '{Hash(Style)}'; base-uri 'none'; form-action 'none'";

    private static string Read(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream($"{typeof(Assets).Namespace}.{name}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // Browsers hash what they parsed, in which no carriage return is left.
        return reader.ReadToEnd().Replace("\r", string.Empty);
    }

    private static string Hash(string text)
    {
        using var sha = SHA256.Create();
        return "sha256-" + Convert.ToBase64String(sha.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }
}
