using System;
using System.Collections.Generic;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;

namespace ConfigAudit.Telling.Outputs;

/// <summary>The order in which the guideline speaks of things: by chapter and section, in which numbers count as numbers; then by the
/// check's id.</summary>
internal sealed class GuidelineOrder : IComparer<Finding>
{
    public static GuidelineOrder Instance { get; } = new();

    public int Compare(Finding? x, Finding? y)
    {
        var chapters = Chapter(x).CompareTo(Chapter(y));
        if (chapters != 0)
            return chapters;
        var sections = ComparePlaces(Section(x), Section(y));
        return sections != 0 ? sections : string.Compare(x?.CheckId, y?.CheckId, StringComparison.OrdinalIgnoreCase);
    }

    private static int Chapter(Finding? finding) => GuidelineChapter.Of(finding?.Place).Number;

    private static string Section(Finding? finding) => finding?.Place?.Section ?? string.Empty;

    /// <summary>"6.4(1)⑤" before "6.10". Circled numbers stand in their order already.</summary>
    private static int ComparePlaces(string a, string b)
    {
        var (i, j) = (0, 0);
        while (i < a.Length && j < b.Length)
        {
            if (IsDigit(a[i]) && IsDigit(b[j]))
            {
                var numbers = Number(a, ref i).CompareTo(Number(b, ref j));
                if (numbers != 0)
                    return numbers;
                continue;
            }

            if (a[i] != b[j])
                return a[i].CompareTo(b[j]);
            i++;
            j++;
        }

        return (a.Length - i).CompareTo(b.Length - j);
    }

    private static bool IsDigit(char character) => character is >= '0' and <= '9';

    private static long Number(string text, ref int at)
    {
        long number = 0;
        for (; at < text.Length && IsDigit(text[at]); at++)
            number = Math.Min((number * 10) + (text[at] - '0'), int.MaxValue);
        return number;
    }
}
