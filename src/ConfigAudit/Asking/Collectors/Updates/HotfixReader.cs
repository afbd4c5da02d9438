using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Updates;

/// <summary>Rows of Win32_QuickFixEngineering to hotfix facts.</summary>
internal static class HotfixReader
{
    public const string Source = "root/cimv2:Win32_QuickFixEngineering";

    /// <summary>What Windows XP and Server 2003 write where others write the number.</summary>
    private const string NoNumber = "File 1";

    /// <summary>The last moment of a file time that a date can hold: the end of the year 9999.</summary>
    private const long LastTicks = 2650467743999999999;

    private static readonly Gap Nameless = new(
        GapKind.Unusable,
        Source,
        new LocalText("修正プログラムの番号の応答がない", "the host gave no number of a hotfix")
    );
    private static readonly Gap NoDay = new(
        GapKind.Unusable,
        Source,
        new LocalText(
            "日付がないか、あり得ないか、2通りに読めて他の修正プログラムからも判断できない",
            "the date is missing or can't be true, or could be read in two ways and no other hotfix of the host tells which"
        )
    );

    public static FactSet<HotfixFact> Read(Collection collection, CimAnswer answer)
    {
        var facts = new FactSetBuilder<HotfixFact>();
        var dates = answer.Rows.Select(row => row.Text("InstalledOn")?.Trim() ?? string.Empty).ToArray();
        var order = Order(dates);
        foreach (var (row, date) in answer.Rows.Zip(dates, (row, date) => (row, date)))
        {
            var id = row.Text("HotFixID");
            facts.Add(
                new HotfixFact
                {
                    ComputerName = collection.ComputerName,
                    Source = Source,
                    Id = facts.Known(
                        nameof(HotfixFact.Id),
                        Reading<string>.Of(id == NoNumber ? row.Text("ServicePackInEffect") : id, answer.Gap ?? Nameless)
                    ),
                    InstalledOn = facts.Known(
                        nameof(HotfixFact.InstalledOn),
                        Reading<DateTime?>.Of(HostMoment.PastDay(Day(date, order), collection.Now), answer.Gap ?? NoDay)
                    ),
                }
            );
        }

        facts.MayLack(answer.Gap);
        return facts.Build();
    }

    private static DateTime? Day(string text, DateOrder? order)
    {
        if (
            text.Length == 16
            && long.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var ticks)
            && ticks is > 0 and <= LastTicks
        )
        {
            return DateTime.FromFileTimeUtc(ticks).Date;
        }

        if (DateTime.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var plain))
            return plain;
        if (Numbers(text) is not { } parts)
            return null;
        // The same day either way needs no order.
        var actual = parts[0] == parts[1] ? DateOrder.MonthFirst : order;
        return actual switch
        {
            DateOrder.MonthFirst => Of(parts[2], parts[0], parts[1]),
            DateOrder.DayFirst => Of(parts[2], parts[1], parts[0]),
            _ => null,
        };
    }

    /// <summary>A number above twelve is a day. Null when none says, or when they contradict each other.</summary>
    private static DateOrder? Order(IEnumerable<string> dates)
    {
        var all = dates.Select(Numbers).Where(parts => parts is not null).Select(parts => parts!).ToArray();
        var monthFirst = all.Any(parts => parts[1] > 12);
        var dayFirst = all.Any(parts => parts[0] > 12);
        return monthFirst == dayFirst ? null
            : monthFirst ? DateOrder.MonthFirst
            : DateOrder.DayFirst;
    }

    /// <summary>Two numbers and a year of four digits, with strokes, dots or hyphens between.</summary>
    private static int[]? Numbers(string text)
    {
        var parts = text.Split('/', '.', '-');
        if (parts.Length != 3 || parts[2].Length != 4)
            return null;
        var numbers = parts
            .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .ToArray();
        return numbers.All(number => number > 0) ? numbers : null;
    }

    private static DateTime? Of(int year, int month, int day) =>
        month <= 12 && day <= DateTime.DaysInMonth(year, month) ? new DateTime(year, month, day) : null;

    private enum DateOrder
    {
        MonthFirst,
        DayFirst,
    }
}
