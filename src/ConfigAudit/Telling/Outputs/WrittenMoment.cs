using System;
using System.Globalization;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Registers.Reading;

namespace ConfigAudit.Telling.Outputs;

/// <summary>
/// A moment as we, Export-Csv or a spreadsheet wrote it: the year first, with the offset or by the time of Japan; else as the user's
/// culture writes moments, unless
/// that is another one by the invariant culture, in which month and day may stand the other way round.
/// </summary>
internal static class WrittenMoment
{
    /// <exception cref="FormatException">It is none, or may be two.</exception>
    public static DateTimeOffset Read(string text)
    {
        if (
            DateTimeOffset.TryParseExact(
                text,
                "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var exact
            ) && HasOffset(text)
        )
        {
            return exact;
        }

        try
        {
            return JapaneseDate.Moment(text.Replace(" +", "+").Replace(" -", "-"));
        }
        catch (FormatException)
        {
            return
                By(CultureInfo.CurrentCulture, text) is { } own && (By(CultureInfo.InvariantCulture, text) is not { } other || other == own)
                ? own
                : throw new FormatException(
                    new LocalText($"'{text}' は日時として一通りに読み取れません", $"'{text}' is no moment, or may be two").ToString()
                );
        }
    }

    private static bool HasOffset(string text) =>
        text.EndsWith("Z", StringComparison.Ordinal) || text.LastIndexOfAny(new[] { '+', '-' }) > text.IndexOf('T');

    private static DateTimeOffset? By(CultureInfo culture, string text) =>
        DateTimeOffset.TryParse(text, culture, DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AssumeLocal, out var moment)
            ? moment
            : null;
}
