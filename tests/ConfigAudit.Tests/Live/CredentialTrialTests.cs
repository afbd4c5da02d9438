using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.FleetSimulator;
using ConfigAudit.FleetSimulator.Faults;
using Xunit;

namespace ConfigAudit.Tests.Live;

/// <summary>A password that is wrong isn't sent to every host: that would lock the account.</summary>
public sealed class CredentialTrialTests
{
    private readonly CredentialTrial _trial = new() { Patience = TimeSpan.FromMinutes(5) };

    [Fact]
    public async Task A_wrong_password_reaches_two_of_a_hundred_hosts_and_all_stay_in_the_count()
    {
        await using var simulator = await Simulator.StartAsync(Enumerable.Range(0, 100).Select(index => LiveFleet.Host(index)).ToArray());
        var listener = new Listener();
        var snapshots = await LiveFleet.AskAsync(simulator, LiveFleet.Options(simulator, password: "wrong"), sink: listener);
        Assert.Equal(2, simulator.Hosts.Sum(host => host.Requests));
        Assert.Equal(100, snapshots.Count);
        Assert.Equal(100, listener.Problems.Count);
        Assert.Equal(2, listener.Problems.Count(problem => problem.Gap.Kind == GapKind.Denied));
        var refused = listener.Problems.Where(problem => problem.Gap.Kind == GapKind.Denied).Select(problem => problem.Target.ComputerName);
        Assert.All(
            listener.Problems.Where(problem => problem.Gap.Kind != GapKind.Denied),
            problem =>
            {
                Assert.Equal(GapKind.NotCollected, problem.Gap.Kind);
                Assert.All(refused, name => Assert.Contains(name, problem.Gap.Message));
            }
        );
    }

    [Fact]
    public async Task A_right_one_reaches_all_also_past_hosts_that_are_off_or_refuse_it()
    {
        await using var simulator = await Simulator.StartAsync(
            Enumerable
                .Range(0, 60)
                .Select(index =>
                    LiveFleet.Host(
                        index,
                        index < 5 ? Fault.Refused
                            : index % 9 == 0 ? Fault.Unauthorized
                            : Fault.None
                    )
                )
                .ToArray()
        );
        var snapshots = await LiveFleet.AskAsync(simulator, LiveFleet.Options(simulator));
        Assert.Equal(60, snapshots.Count);
        Assert.Equal(60 - 5 - 6, snapshots.Values.Count(snapshot => snapshot.Protocol is not null));
        Assert.DoesNotContain(
            snapshots.Values,
            snapshot =>
                snapshot.Gaps.Any(gap => gap.Kind == GapKind.NotCollected && gap.Message.StartsWith("not asked", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task The_others_wait_for_the_first_and_come_in_as_many_at_once_as_were_let_in()
    {
        var hosts = Enumerable.Range(0, 7).Select(index => new Door(_trial, $"H{index}")).ToArray();
        await KnockingAsync(hosts, "H0");
        await hosts[0].LetInAsync();
        await KnockingAsync(hosts, "H1");
        await hosts[1].LetInAsync();
        await KnockingAsync(hosts, "H2 H3");
        await hosts[2].LetInAsync();
        await hosts[3].LetInAsync();
        await KnockingAsync(hosts, "H4 H5 H6");
    }

    [Fact]
    public async Task After_a_refusal_one_alone_is_asked_again()
    {
        var hosts = Enumerable.Range(0, 8).Select(index => new Door(_trial, $"H{index}")).ToArray();
        await hosts[0].LetInAsync();
        await hosts[1].LetInAsync();
        await KnockingAsync(hosts, "H2 H3");
        await hosts[2].RefuseAsync();
        await hosts[3].LetInAsync();
        await KnockingAsync(hosts, "H4");
    }

    [Fact]
    public async Task A_host_that_cannot_be_reached_proves_nothing_and_the_next_is_asked()
    {
        var hosts = Enumerable.Range(0, 4).Select(index => new Door(_trial, $"H{index}")).ToArray();
        await hosts[0].FailAsync();
        await hosts[1].FailAsync();
        await hosts[2].FailAsync();
        await KnockingAsync(hosts, "H3");
    }

    [Fact]
    public async Task Refused_by_three_in_a_row_one_that_was_right_is_sent_no_more()
    {
        var hosts = Enumerable.Range(0, 6).Select(index => new Door(_trial, $"H{index}")).ToArray();
        await hosts[0].LetInAsync();
        await hosts[1].RefuseAsync();
        await hosts[2].RefuseAsync();
        await hosts[3].RefuseAsync();
        var told = await Assert.ThrowsAsync<SessionException>(() => hosts[4].Opening);
        Assert.Contains("H1 and H2 and H3 refused the credential", told.Message);
        Assert.False(hosts[4].IsKnocking);
        await Assert.ThrowsAsync<SessionException>(() => hosts[5].Opening);
    }

    [Fact]
    public async Task A_host_that_is_silent_holds_up_nobody()
    {
        var trial = new CredentialTrial { Patience = TimeSpan.FromMilliseconds(1) };
        var hosts = Enumerable.Range(0, 2).Select(index => new Door(trial, $"H{index}")).ToArray();
        await hosts[1].LetInAsync();
        await KnockingAsync(hosts, "H0");
    }

    [Fact]
    public async Task Who_gives_up_waiting_takes_no_place()
    {
        using var stop = new CancellationTokenSource();
        var (first, second) = (new Door(_trial, "H0"), new Door(_trial, "H1", stop.Token));
        var third = new Door(_trial, "H2");
        stop.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.Opening);
        await first.FailAsync();
        await third.LetInAsync();
    }

    /// <summary>These are being asked, and no others.</summary>
    private static async Task KnockingAsync(IReadOnlyList<Door> doors, string expected)
    {
        await Task.WhenAll(doors.Where(door => expected.Split(' ').Contains(door.Name)).Select(door => door.Reached))
            .WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(expected, string.Join(" ", doors.Where(door => door.IsKnocking).Select(door => door.Name)));
    }

    /// <summary>A host that answers when it is told to.</summary>
    private sealed class Door
    {
        private readonly TaskCompletionSource<bool> _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource<string> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Door(CredentialTrial trial, string name, CancellationToken token = default)
        {
            Name = name;
            Opening = trial.OpenAsync(name, AnswerAsync, token);
        }

        public string Name { get; }

        public Task<string> Opening { get; }

        public Task Reached => _reached.Task;

        public bool IsKnocking => Reached.IsCompleted && !_answer.Task.IsCompleted;

        public async Task LetInAsync()
        {
            await _reached.Task;
            _answer.SetResult(Name);
            await Opening;
        }

        public Task RefuseAsync() => AnswerAsync(new SessionException(GapKind.Denied, LocalText.Of("HTTP 401")) { IsRefusal = true });

        public Task FailAsync() => AnswerAsync(new SessionException(GapKind.Unreachable, LocalText.Of("off")));

        private async Task AnswerAsync(SessionException with)
        {
            await _reached.Task;
            _answer.SetException(with);
            Assert.Same(with, await Assert.ThrowsAsync<SessionException>(() => Opening));
        }

        private Task<string> AnswerAsync()
        {
            _reached.TrySetResult(true);
            return _answer.Task;
        }
    }
}
