using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using Newtonsoft.Json;

namespace ConfigAudit.Facts;

/// <summary>A kind of fact: the name that a baseline uses for it ("Antivirus" for AntivirusFact) and its properties.</summary>
internal abstract class FactType
{
    private const string Suffix = "Fact";

    protected FactType(Type type)
    {
        ClrType = type;
        IsNoise = type.GetCustomAttribute<NoiseAttribute>()?.IsNoise ?? false;
        Name = type.Name.EndsWith(Suffix, StringComparison.Ordinal) ? type.Name.Substring(0, type.Name.Length - Suffix.Length) : type.Name;
    }

    public Type ClrType { get; }

    public string Name { get; }

    /// <summary>Whether its items come and go by themselves: see <see cref="NoiseAttribute"/>.</summary>
    public bool IsNoise { get; }

    public abstract FactSubject Subject { get; }

    /// <inheritdoc cref="Fact.Expected"/>
    public abstract IReadOnlyList<Expected> Expected { get; }

    public abstract IReadOnlyList<FactProperty> Properties { get; }

    public static FactType Of(Type type) => (FactType)typeof(FactType<>).MakeGenericType(type).GetField("Instance").GetValue(null);

    public abstract FactProperty? Property(string name);

    public abstract FactSet NewSet(IReadOnlyList<Fact> facts, IReadOnlyList<Gap> gaps, IReadOnlyList<string>? sources = null);

    /// <summary>Reads a set; the reader stands on its opening brace.</summary>
    public abstract FactSet ReadSet(JsonReader reader, string computerName);

    /// <summary>Reads one fact; the reader stands on its opening brace.</summary>
    public abstract Fact ReadFact(JsonReader reader);
}

/// <inheritdoc/>
internal sealed class FactType<T> : FactType
    where T : Fact, new()
{
    public static readonly FactType<T> Instance = new();

    private readonly Dictionary<string, FactProperty<T>> _properties;

    private FactType()
        : base(typeof(T)) =>
        // ComputerName is the snapshot's own and isn't told again in every fact.
        _properties = typeof(T)
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.Name != nameof(Fact.ComputerName))
            .OrderBy(property => property.DeclaringType != typeof(T))
            .ToDictionary(property => property.Name, FactProperty<T>.Of, StringComparer.OrdinalIgnoreCase);

    public override FactSubject Subject { get; } = new T().Subject;

    public override IReadOnlyList<Expected> Expected { get; } = new T().Expected;

    public override IReadOnlyList<FactProperty> Properties => _properties.Values.ToArray();

    /// <summary>Puts the values of a new fact into the form in which facts keep them.</summary>
    /// <returns>Of each value that can't be true, and so isn't kept, why.</returns>
    public IEnumerable<Gap> Normalize(T fact)
    {
        List<Gap>? lost = null;
        foreach (var property in _properties.Values)
        {
            if (property.Normalize(fact) is { } impossible)
            {
                (lost ??= new List<Gap>()).Add(
                    new Gap(
                        GapKind.Unusable,
                        fact.Source ?? Name,
                        new LocalText($"{impossible} であり、あり得ない", $"it is {impossible}, which can't be")
                    )
                    {
                        Property = property.Name,
                    }
                );
            }
        }

        return lost ?? Enumerable.Empty<Gap>();
    }

    public override FactProperty? Property(string name) => _properties.TryGetValue(name, out var property) ? property : null;

    public override FactSet NewSet(IReadOnlyList<Fact> facts, IReadOnlyList<Gap> gaps, IReadOnlyList<string>? sources = null) =>
        new FactSet<T>(facts.Cast<T>().ToArray(), gaps, sources);

    public override FactSet ReadSet(JsonReader reader, string computerName)
    {
        List<T>? items = null;
        List<Gap>? gaps = null;
        List<string>? sources = null;
        foreach (var name in reader.Members())
        {
            if (name == "items")
            {
                items = reader.Elements().Select(_ => ReadItem(reader, computerName)).ToList();
            }
            else if (name == "gaps")
            {
                gaps = reader.Elements().Select(_ => GapJson.Read(reader, this)).ToList();
            }
            else if (name == "sources")
            {
                sources = reader
                    .Elements()
                    .Select(_ => reader.Value as string ?? throw reader.Error(new LocalText("取得元は文字列です", "a source is a text")))
                    .ToList();
            }
            else
            {
                reader.SkipValue();
            }
        }

        // A set that doesn't say what it lacks must not be taken for one that lacks nothing.
        return items is not null && gaps is not null
            ? new FactSet<T>(items.ToArray(), gaps, sources)
            : throw reader.Error(
                new LocalText("事実の集まりには 'items' と 'gaps' の両方が必要です", "a set of facts needs both 'items' and 'gaps'")
            );
    }

    public override Fact ReadFact(JsonReader reader) => ReadItem(reader, null);

    private T ReadItem(JsonReader reader, string? computerName)
    {
        var fact = new T { ComputerName = computerName };
        var seen = new HashSet<FactProperty<T>>();
        reader.Expect(JsonToken.StartObject);
        // Written out rather than by Members(): this loop runs for every fact of every host.
        while (reader.Next() == JsonToken.PropertyName)
        {
            if (!_properties.TryGetValue((string)reader.Value!, out var property))
                reader.SkipValue();
            else if (seen.Contains(property))
                throw reader.Error(new LocalText($"'{reader.Value}' が2回書かれています", $"'{reader.Value}' stands here twice"));
            else
                property.Read(reader, fact);
            if (property is not null)
                seen.Add(property);
        }

        reader.Expect(JsonToken.EndObject);
        return fact;
    }
}
