using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;
using Xunit;

namespace ConfigAudit.Tests.Base.Values;

/// <summary>What isn't known decides nothing that the others decide.</summary>
public sealed class KleeneTests
{
    private static readonly Dictionary<char, bool?> Signs = new()
    {
        ['+'] = true,
        ['-'] = false,
        ['?'] = null,
    };

    [Theory]
    [InlineData("", '+', '-')]
    [InlineData("+", '+', '+')]
    [InlineData("-", '-', '-')]
    [InlineData("?", '?', '?')]
    [InlineData("+?", '?', '+')]
    [InlineData("?-", '-', '?')]
    [InlineData("-+", '-', '+')]
    [InlineData("?+-", '-', '+')]
    public void Of_many_all_and_any(string each, char all, char any)
    {
        var values = each.Select(sign => Signs[sign]).ToArray();
        Assert.Equal((Signs[all], Signs[any]), (Kleene.All(values), Kleene.Any(values)));
    }
}
