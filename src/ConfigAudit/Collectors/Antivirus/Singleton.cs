using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Antivirus;

/// <summary>The one instance of a class that has one, or why there is none that can be believed: where two differ, nobody knows which is true.</summary>
internal readonly struct Singleton
{
    private Singleton(CimRow? row, Gap? gap) => (Row, Gap) = (row, gap);

    public CimRow? Row { get; }

    public Gap? Gap { get; }

    public static Singleton Of(CimAnswer answer, string source)
    {
        if (answer.Rows.Count == 0)
            return new Singleton(null, answer.Gap ?? new Gap(GapKind.Unusable, source, "the host answered with no instance"));
        var first = answer.Rows[0];
        return answer.Rows.Skip(1).All(other => AreEqual(first, other))
            ? new Singleton(first, answer.Gap)
            : new Singleton(null, new Gap(GapKind.Unusable, source, $"the host answered with {answer.Rows.Count} instances that contradict each other"));
    }

    private static bool AreEqual(CimRow first, CimRow second) =>
        first.Names.Union(second.Names).All(name => Equals(first[name], second[name]) || (first.Texts(name) is { } texts && second.Texts(name) is { } others && texts.SequenceEqual(others)));
}
