using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Catalogs;

/// <summary>Packages of one publisher that come with Windows, or with another package as its libraries.</summary>
/// <param name="Publisher">The publisher's id.</param>
/// <param name="Names">Their names, in which * stands for any text; none for all that the publisher has.</param>
internal sealed record PackageParts(string Publisher, IReadOnlyList<string> Names)
{
    public bool Has(PackageName package) =>
        package.Publisher.Equals(Publisher, StringComparison.OrdinalIgnoreCase)
        && (Names.Count == 0 || Names.Any(name => Wildcard.IsLike(package.Name, name)));
}
