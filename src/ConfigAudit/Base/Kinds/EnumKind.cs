using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Base.Kinds;

internal sealed class EnumKind<E> : TextKind<E>
    where E : struct, Enum
{
    private static readonly Dictionary<string, E> ByName = Enum.GetNames(typeof(E))
        .ToDictionary(name => name, name => (E)Enum.Parse(typeof(E), name), StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<E, string> Names = ByName.ToDictionary(pair => pair.Value, pair => pair.Key);

    public override LocalText Name { get; } =
        new($"次のいずれか（{string.Join("、", ByName.Keys)}）", $"one of {string.Join(", ", ByName.Keys)}");

    public override E Parse(string text) => ByName.TryGetValue(text, out var value) ? value : throw Not(text);

    public override LocalText Words(E value)
    {
        var name = MemberNames<E>.Of(value);
        return name with { Ja = $"「{name.Ja}」" };
    }

    public override LocalText Called(string text) =>
        ByName.TryGetValue(text, out var value) ? MemberNames<E>.Of(value) : LocalText.Of(text);

    public override string Format(E value) => Names.TryGetValue(value, out var name) ? name : value.ToString();
}
