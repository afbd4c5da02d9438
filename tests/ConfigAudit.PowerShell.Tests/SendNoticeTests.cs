using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>Each way of telling is told once, whatever becomes of the others, and nothing is lost on the way.</summary>
public sealed class SendNoticeTests : IDisposable
{
    private const string Findings = "$findings = Invoke-ConfigAudit LG-PC-002 -RecordingPath $fleet -Zone Lgwan -Baseline MIC-2022-03; ";
    private const string Tell = "$findings | Send-ConfigAuditNotice $folder/told.json -Path $folder/notices.txt -Severity Critical";

    private readonly Script _script = new();

    public void Dispose() => _script.Dispose();

    /// <summary>Port 2 of this machine: nobody listens there.</summary>
    [Fact]
    public void A_way_that_is_down_does_not_make_the_others_tell_it_again_even_with_ErrorAction_Stop()
    {
        const string down = Tell + " -SmtpServer 127.0.0.1 -SmtpPort 2 -From a@city.example -To b@city.example -ErrorAction Stop";
        var runs = _script.Run(Findings + $"foreach ($run in 1..3) {{ try {{ {down} | Out-Null }} catch {{ 'failed' }} }}");
        Assert.Equal(new[] { "failed", "failed", "failed" }, runs.Output.Select(line => line.ToString()));
        Assert.Single(Notices());
        Assert.Contains("\"file:", File.ReadAllText(Path.Combine(_script.Folder, "told.json")), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "\"smtp:b@city.example\": {\n   \"",
            File.ReadAllText(Path.Combine(_script.Folder, "told.json")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_is_more_than_one_notice_holds_is_named_in_several()
    {
        File.WriteAllLines(
            Path.Combine(_script.Folder, "many.csv"),
            Enumerable
                .Range(1, 120)
                .Select(number => $"H{number},Lgwan,{Path.Combine(Script.Fleet, "LG-PC-002.json")}")
                .Prepend("ComputerName,Zone,Recording")
        );
        var counts = _script.Run(
            """
            $findings = @(Import-ConfigAuditTarget $folder/many.csv | Invoke-ConfigAudit -Baseline MIC-2022-03 | Where-Object CheckId -EQ VPN-02)
            $findings.Count
            @($findings | Send-ConfigAuditNotice $folder/told.json -Path $folder/notices.txt).Count
            @($findings | Send-ConfigAuditNotice $folder/told.json -Path $folder/notices.txt).Count
            """
        );
        Assert.Equal(new[] { "120", "120", "0" }, counts.Clean().Select(count => count.ToString()));
        Assert.Equal(2, Notices().Length);
        Assert.Equal(120, File.ReadAllLines(Path.Combine(_script.Folder, "notices.txt")).Count(line => line.StartsWith('[')));
    }

    /// <summary>Silence would be the worst that a broken file could do.</summary>
    [Fact]
    public void A_state_file_that_can_not_be_used_is_one_error_is_put_aside_and_everything_is_told()
    {
        File.WriteAllText(Path.Combine(_script.Folder, "told.json"), "{ \"format\": \"ConfigAudit.Not");
        var first = _script.Run(Findings + Tell + " | ForEach-Object CheckId");
        var error = Assert.Single(first.Errors);
        Assert.Equal("ConfigAuditNoticeState,ConfigAudit.PowerShell.Commands.SendConfigAuditNoticeCommand", error.FullyQualifiedErrorId);
        Assert.Contains("told.json(1,", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("told.json.1.bad: look at it, and delete it", error.Exception.Message, StringComparison.Ordinal);
        Assert.NotEmpty(first.Output);
        Assert.Equal("{ \"format\": \"ConfigAudit.Not", File.ReadAllText(Path.Combine(_script.Folder, "told.json.1.bad")));
        Assert.Empty(_script.Run(Findings + Tell).Clean());
        Assert.Single(Notices());
    }

    [Fact]
    public void What_would_be_told_is_neither_told_nor_remembered_nor_put_aside()
    {
        File.WriteAllText(Path.Combine(_script.Folder, "told.json"), "{");
        Assert.Empty(_script.Run(Findings + Tell + " -WhatIf").Output);
        Assert.Equal("{", File.ReadAllText(Path.Combine(_script.Folder, "told.json")));
        Assert.False(File.Exists(Path.Combine(_script.Folder, "notices.txt")));
    }

    /// <summary>A server that speaks no TLS hears a greeting of TLS's, and not which host is weak, unless clear text is asked for by
    /// name.</summary>
    [Theory]
    [InlineData("", false)]
    [InlineData(" -SyslogTransport Tcp", true)]
    public async Task Which_host_is_weak_travels_in_clear_only_when_asked_for_by_name(string transport, bool isHeard)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var heard = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            using var all = new MemoryStream();
            var first = new byte[1];
            // TLS begins with a record of its handshake (22), and waits for an answer that never comes.
            if (await client.GetStream().ReadAsync(first) == 1 && first[0] != 22)
                await client.GetStream().CopyToAsync(all);
            return Encoding.UTF8.GetString(all.ToArray());
        });
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var result = _script.Run(
            Findings
                + $"$findings | Send-ConfigAuditNotice $folder/told.json -SyslogServer 127.0.0.1 -SyslogPort {port}{transport} -Severity Critical | Out-Null"
        );
        Assert.Equal(isHeard, (await heard).Contains("LG-PC-002", StringComparison.Ordinal));
        listener.Stop();
        if (isHeard)
        {
            Assert.Empty(result.Errors);
            return;
        }

        var error = Assert.Single(result.Errors);
        Assert.Equal("ConfigAuditNotTold,ConfigAudit.PowerShell.Commands.SendConfigAuditNoticeCommand", error.FullyQualifiedErrorId);
        Assert.Contains("-SyslogTransport Tcp or Udp by name", error.Exception.Message, StringComparison.Ordinal);
    }

    private string[] Notices() =>
        File.ReadAllLines(Path.Combine(_script.Folder, "notices.txt"))
            .Where(line => line.TrimStart('\uFEFF').StartsWith("ConfigAudit", StringComparison.Ordinal))
            .ToArray();
}
