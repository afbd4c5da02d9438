using System;
using System.Collections.Generic;

namespace ConfigAudit.Values;

internal sealed class StringKind : TextKind<string>
{
    public override string Name => "text";

    public override IEqualityComparer<string> Equality => StringComparer.OrdinalIgnoreCase;

    public override string Parse(string text) => text;

    public override string Format(string value) => value;
}
