using System;

namespace ConfigAudit.Base.Kinds;

internal sealed class VersionKind : TextKind<Version>
{
    public override string Name => "a version (two to four numbers)";

    public override bool IsOrdered => true;

    public override Version Parse(string text) => Version.Parse(text);

    public override string Format(Version value) => value.ToString();
}
