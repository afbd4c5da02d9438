using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Judging.Baselines.Assertions;

/// <summary>Why an assertion is true, false or unknown: what was seen, what couldn't be, and where.</summary>
/// <param name="Truth">What the assertion is.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Actual">The values that decided.</param>
/// <param name="Evidence">Where they were read, or what could not be read.</param>
internal sealed record Grounds(Truth Truth, LocalText Reason, string Actual, IReadOnlyList<string> Evidence)
{
    /// <summary>The facts that decided, or that left it open.</summary>
    public IReadOnlyList<Fact> Items { get; init; } = Array.Empty<Fact>();

    /// <summary>What wasn't read, and left it open.</summary>
    public IReadOnlyList<Gap> Gaps { get; init; } = Array.Empty<Gap>();

    /// <summary>Everything that was found, of which <see cref="Actual"/> shows the beginning; null where that is all.</summary>
    public Func<string>? Whole { get; init; }

    /// <summary>Joins the grounds of the parts that decided.</summary>
    public static Grounds Join(Truth truth, IEnumerable<Grounds> parts)
    {
        var deciding = parts.Where(part => part.Truth == truth).ToArray();
        return new Grounds(
            truth,
            LocalText.Join(deciding.Select(part => part.Reason)),
            string.Join("; ", deciding.Select(part => part.Actual).Where(text => text.Length > 0).Distinct()),
            deciding.SelectMany(part => part.Evidence).Distinct().ToArray()
        )
        {
            Items = deciding.SelectMany(part => part.Items).ToArray(),
            Gaps = deciding.SelectMany(part => part.Gaps).Distinct().ToArray(),
            Whole = Array.Exists(deciding, part => part.Whole is not null)
                ? () => string.Join("\n\n", deciding.Select(part => part.Whole?.Invoke() ?? part.Actual))
                : null,
        };
    }
}
