using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ConfigAudit.Asking;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Keeping.Runs;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>
/// A cmdlet that asks targets. Targets stream in and results stream out at the same time: the engine runs beside the pipeline from the
/// first
/// target on, and each turn of the pipeline writes what has come so far.
/// </summary>
public abstract class TargetCommand : HostCommand, IDisposable
{
    private readonly TargetQueue _targets = new();
    private readonly Pump _pump = new();
    private RunFolder? _run;
    private CatalogFolder? _catalogs;
    private bool _isStarted;
    private bool _hadAny;

    /// <summary>The targets taken: one that is named twice is asked once.</summary>
    private readonly NamedTargets _named = new();

    /// <summary>The machines that answered: one under several of its names counts once.</summary>
    private readonly HostIndex _machines = new();

    /// <summary>Those that answered, and call themselves otherwise than they were asked.</summary>
    private readonly ConcurrentBag<(HostIdentity Host, Snapshot Snapshot)> _misnamed = new();

    /// <summary>The last day on which what is installed is meant to be used.</summary>
    [Parameter]
    [WrittenDay]
    public DateTime? PlannedUseUntil { get; set; }

    /// <summary>Read the logons of people from the event logs too, from this moment on: at most 31 days.</summary>
    [Parameter]
    [WrittenDay]
    public DateTime? LogonsSince { get; set; }

    /// <summary>Catalogue files of the organisation's own.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] CatalogPath { get; set; } = Array.Empty<string>();

    /// <summary>How many hosts are asked at once.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    public int ThrottleLimit { get; set; } = 32;

    /// <summary>The longest that the whole run may take.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan? RunTimeout { get; set; }

    private protected abstract IReadOnlyList<Collector> Collectors { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _pump.Dispose();
        }
        finally
        {
            _run?.Dispose();
            _targets.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        // By a day that has passed, what lost its support since would count as supported for as long as it is used.
        if (PlannedUseUntil is { } until && until.Date < JapanDay.Today)
            throw new PSArgumentException(Records.UseIsOver(until), nameof(PlannedUseUntil));
        if (LogonsSince is { } since && IsToCome(since))
            throw new PSArgumentException(Records.SinceIsToCome(since), nameof(LogonsSince));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        base.ProcessRecord();
        foreach (var target in Targets())
            Take(target);
        _pump.Drain(this);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        DemandHosts(_hadAny);
        if (!_isStarted)
            return;
        _targets.Complete();
        try
        {
            _pump.Finish(this);
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(Records.RunNotKept(bad));
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _pump.Stop();

    /// <summary>What becomes of a snapshot. Called from any thread.</summary>
    private protected abstract void Use(Snapshot snapshot, IAuditSink sink);

    /// <summary>Where the run is kept; null for nowhere.</summary>
    private protected virtual RunFolder? OpenRun() => null;

    /// <summary>
    /// The module's catalogues, with the organisation's own. One that can't be used ends the command: no verdict may rest on half of what
    /// is known.
    /// </summary>
    private protected CatalogFolder Catalogs => _catalogs ??= ReadCatalogs();

    /// <summary>What is wanted beyond the state of the hosts.</summary>
    private protected CollectionOptions Wanted => new() { PlannedUseUntil = PlannedUseUntil, LogonsSince = LogonsSince };

    private CatalogFolder ReadCatalogs()
    {
        try
        {
            return ModuleFiles.Catalogs.With(CatalogFiles(CatalogPath));
        }
        catch (InputException bad)
        {
            ThrowTerminatingError(Records.Of(bad));
            throw;
        }
    }

    /// <summary>A day is Japan's, wherever the computer stands; a time is the computer's.</summary>
    private static bool IsToCome(DateTime moment) =>
        moment.TimeOfDay == TimeSpan.Zero
            ? moment.Date > JapanDay.Today
            : (moment.Kind == DateTimeKind.Utc ? moment.ToLocalTime() : moment) > DateTime.Now;

    /// <summary>Whoever collects under two names may want both; where findings are counted, one machine is one.</summary>
    private HostIdentity Identity(Snapshot snapshot) =>
        CountsHosts ? _named.Asked(snapshot.Identity()) : _named.Asked(snapshot.Identity()) with { AskedAt = null, Recording = null };

    /// <summary>One that calls itself otherwise waits until all have answered: the machine that it is may be asked under its own name, and
    /// counts under that.</summary>
    private void UseOnce(Snapshot snapshot)
    {
        var host = Identity(snapshot);
        if (CountsHosts && host.IsCalledOtherwise)
            _misnamed.Add((host, snapshot));
        else
            UseOnce(host, snapshot);
    }

    /// <summary>What becomes of a machine that answered already, under another of its names, is told and no more.</summary>
    private void UseOnce(HostIdentity host, Snapshot snapshot)
    {
        HostIdentity? known;
        lock (_machines)
            known = _machines.Add(host);
        if (known is null)
        {
            Use(snapshot, _pump);
            return;
        }

        // What is told once is kept once.
        _run?.Drop(snapshot.ComputerName);
        if (host.IsOwn(host.Called) == true && known.IsOwn(known.Called) == true)
            _pump.Warn(Records.SameMachine(snapshot, known));
        else
            _pump.Error(Records.OneAddress(snapshot, known));
    }

    /// <summary>Whether what comes of a host is counted, so that one machine asked at one address under two names counts once.</summary>
    private protected virtual bool CountsHosts => false;

    /// <summary>Whether a target is to be asked; says why when it isn't.</summary>
    private protected virtual bool IsWanted(Target target) => true;

    /// <summary>Takes a target into the count, and says what is odd about it.</summary>
    private void Take(Target target)
    {
        _hadAny = true;
        var named = _named.Take(target);
        if (named.Twin is not null && named.Differing.Count > 0)
            WriteError(Records.NamedTwice(target, named));
        else if (named.Twin is not null)
            WriteWarning(Records.NamedAgain(target));
        if (named.Asked is { } asked && IsWanted(asked))
            Ask(asked);
    }

    private void Ask(Target target)
    {
        if (!_isStarted)
        {
            _isStarted = true;
            _run = OpenRun();
            var limits = new AuditLimits(ThrottleLimit, RunTimeout);
            var audit = new Audit(Catalogs, Collectors, Options, _pump) { Wanted = Wanted };
            _pump.Start(async token =>
            {
                await audit.RunAsync(_targets, limits, _run, UseOnce, token).ConfigureAwait(false);
                foreach (var (host, snapshot) in _misnamed.OrderBy(each => each.Host.Called, StringComparer.OrdinalIgnoreCase))
                    UseOnce(host, snapshot);
                _run?.Finish();
                if (_run is { Left.Count: > 0 })
                    _pump.Warn(Records.LeftInRun(_run.Left));
            });
        }

        _targets.Add(target);
    }
}
