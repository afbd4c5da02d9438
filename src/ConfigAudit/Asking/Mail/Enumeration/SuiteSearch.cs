using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Mail.Enumeration;

/// <summary>What is known of a version so far. Groups are asked side by side.</summary>
internal sealed class SuiteSearch
{
    private readonly List<List<int>> _runs = new();
    private LocalText? _why;

    public SuiteSearch(TlsVersion version) => Version = version;

    public TlsVersion Version { get; }

    public bool IsUnsupported { get; set; }

    public bool HasEnded { get; set; }

    public bool IsAnswered { get; set; }

    public bool IsUnnamed { get; set; }

    /// <summary>Whether the server's own order decides; null where that isn't known yet.</summary>
    public bool? HasServerOrder { get; set; }

    public LocalText? Why => _why;

    /// <summary>Those that the server took when everything was offered, in the order in which it took them.</summary>
    public IReadOnlyList<int> Everything
    {
        get
        {
            lock (_runs)
                return _runs.Count == 0 ? Array.Empty<int>() : _runs[0];
        }
    }

    /// <summary>The suites that the server took, each time in the order in which it took them.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Runs
    {
        get
        {
            lock (_runs)
                return _runs.Where(run => run.Count > 0).ToArray();
        }
    }

    public int[] Suites => Runs.SelectMany(run => run).OrderBy(suite => suite).ToArray();

    /// <summary>A list for one more row of questions; that of everything comes first.</summary>
    public List<int> Run()
    {
        var run = new List<int>();
        lock (_runs)
            _runs.Add(run);
        return run;
    }

    public void Doubt(LocalText why) => _why ??= why;
}
