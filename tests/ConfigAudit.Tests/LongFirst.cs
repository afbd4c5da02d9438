using System.Collections.Generic;
using System.Linq;
using Xunit;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("ConfigAudit.Tests.LongFirst", "ConfigAudit.Tests")]

namespace ConfigAudit.Tests;

/// <summary>Classes whose tests start servers and wait for them come first, and those that keep a core busy for long: the many short ones
/// fill the gaps, and nobody is waited for alone at the end.</summary>
public sealed class LongFirst : ITestCollectionOrderer
{
    private const string OfOneClass = "Test collection for ";

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderByDescending(Length);

    /// <summary>How many tests of its class need something that is waited for; the mutations are as long as many of those.</summary>
    private static int Length(ITestCollection collection)
    {
        var name = collection.DisplayName;
        if (!name.StartsWith(OfOneClass, System.StringComparison.Ordinal))
            return 0;
        return typeof(LongFirst).Assembly.GetType(name.Substring(OfOneClass.Length)) is not { } tests ? 0
            : tests.Namespace == "ConfigAudit.Tests.Mutation" ? int.MaxValue
            : tests
                .GetMethods()
                .Count(method =>
                    method.IsDefined(typeof(NeedsFactAttribute), true) || method.IsDefined(typeof(NeedsTheoryAttribute), true)
                );
    }
}
