using System;
using System.Globalization;

namespace ConfigAudit.Base.Values;

/// <summary>
/// Since when a host could have had security updates that it lacked on the day on which it was asked. Days are those of Japan. Written
/// <c>2026-08-12/2026-09-16</c>; <c>2026-08-12?/2026-09-16</c> where updates of that day or later may lack, and nobody knows;
/// <c>-/2026-09-16</c> where none lacked.
/// </summary>
public sealed record Exposure
{
    private const string None = "-";
    private const char Perhaps = '?';
    private const string Form = "yyyy-MM-dd";

    internal Exposure(DateTime? since, DateTime asOf, bool isCertain = true)
    {
        if (since > asOf)
            throw new ArgumentException("What lacks was released before it was found to lack.", nameof(since));
        (Since, AsOf, IsCertain) = (since, asOf, isCertain || since is null);
    }

    /// <summary>The day in Japan on which the oldest update that lacks was released, or may have been; null where none lacks.</summary>
    public DateTime? Since { get; }

    /// <summary>The day in Japan on which the host was asked.</summary>
    public DateTime AsOf { get; }

    /// <summary>False where updates released since then may lack: what is known of releases ends before.</summary>
    public bool IsCertain { get; }

    /// <exception cref="FormatException">It is no such text.</exception>
    internal static Exposure Parse(string text)
    {
        var parts = text.Split('/');
        if (parts.Length != 2)
            throw new FormatException();
        var since = parts[0].TrimEnd(Perhaps);
        var isCertain = since.Length == parts[0].Length;
        try
        {
            return new Exposure(since == None && isCertain ? null : Day(since), Day(parts[1]), isCertain);
        }
        catch (ArgumentException)
        {
            throw new FormatException();
        }
    }

    /// <inheritdoc/>
    public override string ToString() =>
        (Since is { } since ? Text(since) + (IsCertain ? string.Empty : Perhaps.ToString()) : None) + "/" + Text(AsOf);

    private static DateTime Day(string text) => DateTime.ParseExact(text, Form, CultureInfo.InvariantCulture);

    private static string Text(DateTime day) => day.ToString(Form, CultureInfo.InvariantCulture);
}
