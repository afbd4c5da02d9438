using Xunit;

namespace ConfigAudit.Tests;

/// <summary>Tests that hold something to real time, or that keep all cores busy: one after the other, when the others are done.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
