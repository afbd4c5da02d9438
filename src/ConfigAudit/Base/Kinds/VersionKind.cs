using System;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Base.Kinds;

internal sealed class VersionKind : TextKind<Version>
{
    public override LocalText Name { get; } = new("バージョン（2つから4つの数値）", "a version (two to four numbers)");

    public override bool IsOrdered => true;

    public override Version Parse(string text) => Version.Parse(text);

    public override string Format(Version value) => value.ToString();
}
