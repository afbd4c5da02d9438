using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Running;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors;

/// <summary>
/// Learns the facts of one area about one host: an asynchronous method that asks, and a pure reader that turns the answers into facts.
/// What can't be read becomes a gap in the set; a collector throws for its own mistakes alone.
/// </summary>
internal abstract class Collector
{
    /// <summary>Every collector of the engine.</summary>
    public static IReadOnlyList<Collector> All { get; } =
        TypeScan.Concrete<Collector>(typeof(Collector).Assembly).Select(type => (Collector)Activator.CreateInstance(type)).ToArray();

    /// <summary>The area's name; the last word of its cmdlet.</summary>
    public abstract string Area { get; }

    /// <summary>The kinds of fact that it yields.</summary>
    public abstract IReadOnlyList<FactType> Facts { get; }

    /// <summary>Everything that it asks of a host by itself.</summary>
    public abstract IReadOnlyList<SourceInfo> Sources { get; }

    /// <summary>Everything that it asks of a host with these catalogues: what they name besides.</summary>
    public virtual IReadOnlyList<SourceInfo> SourcesBy(CatalogFolder catalogs) => Sources;

    /// <returns>One set for each of <see cref="Facts"/>.</returns>
    public abstract Task<IReadOnlyList<FactSet>> CollectAsync(Collection collection, CancellationToken token);
}
