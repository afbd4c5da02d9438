using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ConfigAudit.Asking.Mail.Outbound;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Reads what other servers wrote of the mail that an organisation sends: the headers of messages that they received, and reports
/// on TLS.</summary>
[Cmdlet(VerbsCommon.Get, "ConfigAuditMailOutbound", DefaultParameterSetName = ByPath)]
[OutputType(typeof(MailHopFact), typeof(MailTlsReportFact), typeof(Snapshot))]
public sealed class GetConfigAuditMailOutboundCommand : PathCommand
{
    private OutboundReader? _reader;

    /// <summary>The organisation's mail domains. Every host in one of them is its own.</summary>
    [Parameter(Mandatory = true)]
    [Alias("MailDomain")]
    [ValidateNotNullOrEmpty]
    public string[] Domain { get; set; } = Array.Empty<string>();

    /// <summary>Names or addresses of the servers that send for it and aren't in its domains. Where addresses are given, they
    /// decide.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] OwnHost { get; set; } = Array.Empty<string>();

    /// <summary>How old a message or a report may be; 180 days unless given.</summary>
    [Parameter]
    [Days]
    public TimeSpan MaximumAge { get; set; } = TimeSpan.FromDays(180);

    /// <summary>The network zone that the sending server stands in.</summary>
    [Parameter]
    [Named(typeof(Zone), MayBeEmpty = true)]
    public Zone? Zone { get; set; }

    /// <summary>The kinds of fact wanted.</summary>
    [Parameter]
    [ValidateSet("MailHop", "MailTlsReport")]
    public string[] Fact { get; set; } = { "MailHop", "MailTlsReport" };

    /// <summary>Emits one snapshot of all files, for Invoke-ConfigAudit and Export-ConfigAuditSnapshot, instead.</summary>
    [Parameter]
    public SwitchParameter AsSnapshot { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        try
        {
            _reader = new OutboundReader(
                new OutboundOptions(new OwnHosts(Domain, OwnHost), ModuleFiles.Catalogs.TlsSuites, DateTimeOffset.Now)
                {
                    MaximumAge = MaximumAge,
                    Zone = Zone,
                }
            );
        }
        catch (FormatException bad)
        {
            throw new PSArgumentException(bad.Message, bad);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var snapshot = _reader!.Build();
        // Nothing emitted would look like nothing there.
        if (_reader.Old > 0)
            WriteWarning(TooOld(_reader.Old).ToString());
        if (AsSnapshot)
        {
            WriteObject(snapshot);
            return;
        }

        foreach (
            var fact in snapshot
                .Table.Sets.Where(set => Fact.Contains(set.Type.Name, StringComparer.OrdinalIgnoreCase))
                .SelectMany(set => set.Facts)
        )
        {
            WriteObject(fact);
        }

        foreach (var gap in snapshot.Gaps)
            WriteVerbose($"{snapshot}: {gap}");
    }

    private LocalText TooOld(int files) =>
        new(
            $"{MaximumAge.TotalDays:0} 日より古いファイルが {files} 件あり、使用しません。使用するには -MaximumAge でより長い期間を指定してください。",
            $"{files} files are older than {MaximumAge.TotalDays:0} days and are left out. -MaximumAge takes older ones."
        );

    private protected override void Read(string path) => _reader!.Add(path);

    private protected override IReadOnlyList<string> FilesOf(string folder)
    {
        var files = Directory
            .GetFiles(folder)
            .Where(file => OutboundFile.Extensions.Contains(System.IO.Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .OrderBy(file => file, StringComparer.OrdinalIgnoreCase)
            .ToArray();
        if (files.Length == 0)
            WriteError(Records.NothingFound(folder));
        return files;
    }
}
