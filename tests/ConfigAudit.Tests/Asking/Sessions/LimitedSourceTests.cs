using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Sessions;

/// <summary>What one live host may cost.</summary>
public sealed class LimitedSourceTests
{
    private static readonly CimQuery Plain = new("root/cimv2", "Win32_Service", Array.Empty<string>());
    private static readonly CimQuery Short = new("root/cimv2", "Hangs", Array.Empty<string>()) { Within = TimeSpan.FromMilliseconds(30) };
    private static readonly CimQuery Hanging = new("root/cimv2", "Hangs", Array.Empty<string>());

    [Fact]
    public async Task A_question_with_a_time_of_its_own_lapses_sooner_than_the_session_allows()
    {
        using var source = new LimitedSource(new Half(), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10));
        var gap = (await source.QueryAsync(Short, default)).Gap!;
        Assert.Equal(GapKind.Timeout, gap.Kind);
        Assert.Contains("0 s", gap.Message);
    }

    [Fact]
    public async Task Such_lapses_are_not_held_against_the_host()
    {
        using var source = new LimitedSource(new Half(), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10));
        for (var i = 0; i < 4; i++)
            await source.QueryAsync(Short, default);
        Assert.Null((await source.QueryAsync(Plain, default)).Gap);
    }

    [Fact]
    public async Task Three_lapses_of_the_sessions_own_time_give_the_host_up()
    {
        using var source = new LimitedSource(new Half(), TimeSpan.FromMilliseconds(30), TimeSpan.FromMinutes(10));
        for (var i = 0; i < 3; i++)
            await source.QueryAsync(Hanging, default);
        Assert.StartsWith("not asked", (await source.QueryAsync(Plain, default)).Gap!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_longer_time_than_the_sessions_is_not_granted()
    {
        using var source = new LimitedSource(new Half(), TimeSpan.FromMilliseconds(30), TimeSpan.FromMinutes(10));
        var gap = (await source.QueryAsync(Hanging with { Within = TimeSpan.FromMinutes(5) }, default)).Gap!;
        Assert.Equal(GapKind.Timeout, gap.Kind);
    }

    /// <summary>A host of which one class hangs.</summary>
    private sealed class Half : ICimSource
    {
        public string Protocol => "Test";

        public DateTimeOffset? Now => null;

        public async Task<CimAnswer> QueryAsync(CimQuery query, CancellationToken token)
        {
            if (query.Class == "Hangs")
                await Task.Delay(Timeout.Infinite, token);
            return CimAnswer.Of(new List<CimRow>());
        }

        public Task<CimAnswer> InvokeAsync(CimCall call, CancellationToken token) => throw new NotSupportedException();

        public void Dispose() { }
    }
}
