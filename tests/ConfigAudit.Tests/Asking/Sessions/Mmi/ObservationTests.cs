using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Asking.Sessions.Mmi;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Sessions.Mmi;

/// <summary>MMI's callbacks as async code, tried with operations that hang where native code may: to begin, to be cancelled, to be
/// closed.</summary>
public sealed class ObservationTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, true)]
    public async Task Whoever_gives_up_waits_for_no_native_code(bool inBeginning, bool inCancelling, bool inClosing)
    {
        using var released = new ManualResetEventSlim();
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var clock = Stopwatch.StartNew();
        var ended = Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Of(
                token =>
                    (
                        new Operation(_ =>
                        {
                            if (inBeginning)
                                released.Wait(TimeSpan.FromMinutes(1));
                            if (inCancelling)
                                token.Register(() => released.Wait(TimeSpan.FromMinutes(1)));
                            return new Closing(() =>
                            {
                                if (inClosing)
                                    released.Wait(TimeSpan.FromMinutes(1));
                            });
                        }),
                        null
                    ),
                patience.Token
            )
        );
        Assert.Same(ended, await Task.WhenAny(ended, Task.Delay(Soon)));
        await ended;
        Assert.True(clock.Elapsed < Soon);
        released.Set();
    }

    [Fact]
    public async Task The_native_operation_hears_of_it_afterwards()
    {
        using var heard = new ManualResetEventSlim();
        using var closed = new ManualResetEventSlim();
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Of(
                token =>
                    (
                        new Operation(_ =>
                        {
                            token.Register(heard.Set);
                            return new Closing(closed.Set);
                        }),
                        null
                    ),
                patience.Token
            )
        );
        Assert.True(heard.Wait(Soon) && closed.Wait(Soon));
    }

    [Fact]
    public async Task Options_live_until_the_operation_has_ended()
    {
        using var disposed = new ManualResetEventSlim();
        var answer = await Of(
            _ =>
                (
                    new Operation(observer =>
                    {
                        observer.OnNext("a");
                        Assert.False(disposed.IsSet);
                        observer.OnNext("b");
                        observer.OnCompleted();
                        return new Closing(() => Assert.False(disposed.IsSet));
                    }),
                    new Closing(disposed.Set)
                ),
            default
        );
        Assert.Equal(2, answer.Rows.Count);
        Assert.True(disposed.Wait(Soon));
    }

    [Fact]
    public async Task What_is_thrown_to_begin_with_is_the_answer()
    {
        var answer = await Of(_ => throw new InvalidOperationException("no MI here"), default);
        Assert.Equal((GapKind.Unusable, "no MI here"), (answer.Gap!.Kind, answer.Gap.Message));
    }

    [Fact]
    public async Task Rows_before_a_failure_stay()
    {
        var answer = await Of(
            _ =>
                (
                    new Operation(observer =>
                    {
                        observer.OnNext("a");
                        observer.OnError(new InvalidOperationException("broken"));
                        return new Closing(() => { });
                    }),
                    null
                ),
            default
        );
        Assert.Single(answer.Rows);
        Assert.Equal("broken", answer.Gap!.Message);
    }

    private static Task<CimAnswer> Of(Func<CancellationToken, (IObservable<string>, IDisposable?)> begin, CancellationToken token) =>
        Observation<string>.Of(
            begin,
            "root/cimv2:X",
            _ => new CimRow(new System.Collections.Generic.Dictionary<string, object?>()),
            bad => new MmiFailure(GapKind.Unusable, LocalText.Of(bad.Message)),
            token
        );

    private sealed class Operation : IObservable<string>
    {
        private readonly Func<IObserver<string>, IDisposable> _subscribe;

        public Operation(Func<IObserver<string>, IDisposable> subscribe) => _subscribe = subscribe;

        public IDisposable Subscribe(IObserver<string> observer) => _subscribe(observer);
    }

    private sealed class Closing : IDisposable
    {
        private readonly Action _close;

        public Closing(Action close) => _close = close;

        public void Dispose() => _close();
    }
}
