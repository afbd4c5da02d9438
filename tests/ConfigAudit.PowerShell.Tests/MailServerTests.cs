using System;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>The mail cmdlet in a pipeline. What it learns is the engine's tests' business.</summary>
public sealed class MailServerTests : IDisposable
{
    private readonly Script _script = new();
    private readonly int _closed = FreePort();

    public void Dispose() => _script.Dispose();

    [Fact]
    public void A_port_whose_protocol_is_not_known_is_one_error_and_the_others_are_asked()
    {
        var result = _script.Run($"Test-ConfigAuditMailServer 127.0.0.1 -Port 25, {_closed} -OperationTimeout 2");
        Assert.Contains($"port {_closed}", Assert.Single(result.Errors).Exception.Message, StringComparison.Ordinal);
        Assert.Equal(25L, Assert.Single(result.Output).Properties["Port"].Value);
    }

    [Fact]
    public void Servers_come_as_rows_and_where_nothing_listens_they_stay_in_the_count()
    {
        var script = $"[pscustomobject]@{{ ComputerName = '127.0.0.1'; Port = {_closed}; Protocol = 'Imap' }} | Test-ConfigAuditMailServer -OperationTimeout 2";
        var service = Assert.Single(_script.Run(script).Clean());
        Assert.Equal(false, service.Properties["IsReachable"].Value);
    }

    [Fact]
    public void Rows_of_one_host_keep_their_own_protocols()
    {
        var other = FreePort();
        var rows = $"[pscustomobject]@{{ ComputerName = '127.0.0.1'; Port = {_closed}; Protocol = 'Imap' }}, [pscustomobject]@{{ ComputerName = '127.0.0.1'; Port = {other}; Protocol = 'Pop3' }}, "
            + "[pscustomobject]@{ ComputerName = '127.0.0.1'; Port = 465; Protocol = 'Smtp' }";
        var services = _script.Run($"{rows} | Test-ConfigAuditMailServer -OperationTimeout 2 | ForEach-Object {{ \"$($_.Port) $($_.Protocol) $($_.IsImplicitTls)\" }}").Clean();
        Assert.Equal(new[] { $"{_closed} Imap False", $"{other} Pop3 False", "465 Smtp True" }.Order(), services.Select(each => each.ToString()).Order());
    }

    [Fact]
    public void A_snapshot_of_a_mail_server_can_be_judged_and_carried()
    {
        var result = _script.Run($"Test-ConfigAuditMailServer 127.0.0.1 -Port {_closed} -Protocol Smtp -OperationTimeout 2 -AsSnapshot | Export-ConfigAuditSnapshot $folder/mail; (Import-ConfigAuditSnapshot $folder/mail).Facts");
        Assert.Equal("Smtp", Assert.Single(result.Clean()).Properties["Protocol"].Value.ToString());
    }

    [Fact]
    public void A_name_without_an_address_is_one_error()
    {
        var result = _script.Run("Test-ConfigAuditMailServer 'no such host.invalid' -Port 25");
        Assert.Empty(result.Output);
        Assert.Contains("its name has no address", Assert.Single(result.Errors).Exception.Message, StringComparison.Ordinal);
    }

    private static int FreePort()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        try
        {
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        finally
        {
            listener.Stop();
        }
    }
}
