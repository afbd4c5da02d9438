using System;
using System.Collections.Generic;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Base.Kinds;

internal sealed class StringKind : TextKind<string>
{
    public override LocalText Name { get; } = new("文字列", "text");

    public override IEqualityComparer<string> Equality => StringComparer.OrdinalIgnoreCase;

    /// <summary>Whatever a machine says stands in facts, findings and reports without what could do harm there.</summary>
    public override string Normalize(string value) => HostileText.Harmless(value);

    public override string Parse(string text) => HostileText.Harmless(text);

    public override LocalText Words(string value) => new($"「{value}」", $"'{value}'");

    public override string Format(string value) => value;
}
