using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Asking.Sessions.WsMan;
using Xunit;

namespace ConfigAudit.Tests.Asking.Sessions.WsMan;

/// <summary>A refusal says what is most likely wrong, and a domain controller that is silent keeps nobody longer than the time
/// allowed.</summary>
public sealed class Refusal401Tests
{
    private static readonly Uri Address = new("https://pc001:5986/wsman");

    [Theory]
    [InlineData(AuthenticationMethod.Negotiate, false, false, "Negotiate", "kinit", "チケット")]
    [InlineData(AuthenticationMethod.Negotiate, true, false, "Negotiate", "gss-ntlmssp", "レルムを大文字で")]
    [InlineData(AuthenticationMethod.Negotiate, true, true, "Negotiate", "SPN", "SPN")]
    [InlineData(AuthenticationMethod.Negotiate, false, true, "Negotiate", "host's domain", "ドメイン")]
    [InlineData(AuthenticationMethod.Negotiate, true, false, "Basic", "doesn't take Negotiate", "Negotiateを受け付けません")]
    [InlineData(AuthenticationMethod.Basic, true, false, "Negotiate", "doesn't take Basic", "Basicを受け付けません")]
    [InlineData(AuthenticationMethod.Basic, true, false, "Basic", "local accounts", "ローカルアカウント")]
    [InlineData(AuthenticationMethod.Certificate, false, false, "Negotiate", "certmapping", "certmapping")]
    public void A_refusal_says_what_may_be_wrong(
        AuthenticationMethod method,
        bool hasCredential,
        bool isWindows,
        string offered,
        string en,
        string ja
    )
    {
        var refusal = Refusal401.Of(Address, method, hasCredential, new[] { offered }, isWindows);
        Assert.True(refusal.IsRefusal);
        Assert.Contains(en, refusal.Told.En, StringComparison.Ordinal);
        Assert.Contains(ja, refusal.Told.Ja, StringComparison.Ordinal);
        Assert.Contains("it takes: " + offered, refusal.Told.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_blocks_and_heeds_no_token_is_left_behind()
    {
        using var released = new ManualResetEventSlim();
        using var discarded = new ManualResetEventSlim();
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var clock = Stopwatch.StartNew();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Abandonment.WithinAsync(
                () =>
                {
                    released.Wait(TimeSpan.FromMinutes(1));
                    return Task.FromResult(1);
                },
                _ => discarded.Set(),
                patience.Token
            )
        );
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5));
        released.Set();
        Assert.True(discarded.Wait(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task What_comes_in_time_comes_through()
    {
        Assert.Equal(1, await Abandonment.WithinAsync(() => Task.FromResult(1), _ => { }, default));
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Abandonment.WithinAsync<int>(() => throw new InvalidOperationException(), _ => { }, default)
        );
    }
}
