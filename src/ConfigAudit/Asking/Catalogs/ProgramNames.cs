using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Catalogs;

/// <summary>Names under which a program is registered as installed, whole, in which * stands for any text.</summary>
/// <param name="Names">DisplayName of an uninstall entry, or the name of a package.</param>
internal sealed record ProgramNames(IReadOnlyList<string> Names)
{
    public static readonly ProgramNames None = new(Array.Empty<string>());

    public bool Has(string name) => Names.Any(each => Wildcard.IsLike(name, each));
}
