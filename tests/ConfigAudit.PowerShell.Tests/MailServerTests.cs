using System;
using System.IO;
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

    /// <summary>Nobody answers questions of DNS: that is said of its server, which is named, and not of the host.</summary>
    [Fact]
    public void A_domain_at_a_port_of_no_known_protocol_stays_in_the_count_and_the_error_says_what_can_be_said()
    {
        var result = _script.Run(
            $"Test-ConfigAuditMailServer -Domain city.example -Port 2525 -DnsServer 127.0.0.1:{_closed} -OperationTimeout 1 -AsSnapshot | ForEach-Object ComputerName"
        );
        Assert.Equal("city.example", Assert.Single(result.Output).ToString());
        var errors = result.Errors.Select(error => error.Exception.Message).ToArray();
        Assert.Contains("port 2525", errors[0], StringComparison.Ordinal);
        Assert.DoesNotContain("-Protocol", errors[0], StringComparison.Ordinal);
        Assert.Contains(errors, error => error.Contains($"127.0.0.1:{_closed}", StringComparison.Ordinal));
        Assert.DoesNotContain(errors, error => error.Contains("overloaded", StringComparison.Ordinal));
    }

    /// <summary>A server of DNS on a port of its own: nothing listens there, and the host has no address by its word.</summary>
    [Theory]
    [InlineData("'127.0.0.1:{0}'")]
    [InlineData("'[::1]:{0}', '127.0.0.1:{0}'")]
    [InlineData("([ipaddress]'127.0.0.1')")]
    public void A_server_of_DNS_may_have_a_port(string servers) =>
        Assert.Empty(
            _script
                .Run(
                    $"Test-ConfigAuditMailServer 127.0.0.1 -Port {_closed} -Protocol Imap -OperationTimeout 2 -DnsServer {servers.Replace("{0}", _closed.ToString(System.Globalization.CultureInfo.InvariantCulture))}"
                )
                .Errors
        );

    [Fact]
    public void What_is_no_address_of_a_server_of_DNS_is_an_error() =>
        Assert.Contains(
            "is no address of a DNS server",
            Assert.Single(_script.Run("Test-ConfigAuditMailServer 127.0.0.1 -DnsServer dns.city.example").Errors).Exception.Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Servers_come_as_rows_and_where_nothing_listens_they_stay_in_the_count()
    {
        var script =
            $"[pscustomobject]@{{ ComputerName = '127.0.0.1'; Port = {_closed}; Protocol = 'Imap' }} | Test-ConfigAuditMailServer -OperationTimeout 2";
        var service = Assert.Single(_script.Run(script).Clean());
        Assert.Equal(false, service.Properties["IsReachable"].Value);
    }

    [Fact]
    public void Rows_of_one_host_keep_their_own_protocols()
    {
        var other = FreePort();
        var rows =
            $"[pscustomobject]@{{ ComputerName = '127.0.0.1'; Port = {_closed}; Protocol = 'Imap' }}, [pscustomobject]@{{ ComputerName = '127.0.0.1'; Port = {other}; Protocol = 'Pop3' }}, "
            + "[pscustomobject]@{ ComputerName = '127.0.0.1'; Port = 465; Protocol = 'Smtp' }";
        var services = _script
            .Run(
                $"{rows} | Test-ConfigAuditMailServer -OperationTimeout 2 | ForEach-Object {{ \"$($_.Port) $($_.Protocol) $($_.IsImplicitTls)\" }}"
            )
            .Clean();
        Assert.Equal(
            new[] { $"{_closed} Imap False", $"{other} Pop3 False", "465 Smtp True" }.Order(),
            services.Select(each => each.ToString()).Order()
        );
    }

    [Fact]
    public void A_snapshot_of_a_mail_server_can_be_judged_and_carried()
    {
        var result = _script.Run(
            $"Test-ConfigAuditMailServer 127.0.0.1 -Port {_closed} -Protocol Smtp -OperationTimeout 2 -AsSnapshot | Export-ConfigAuditSnapshot $folder/mail; (Import-ConfigAuditSnapshot $folder/mail).Facts"
        );
        Assert.Equal("Smtp", Assert.Single(result.Clean()).Properties["Protocol"].Value.ToString());
    }

    [Fact]
    public void A_list_is_read_with_its_ports_and_a_bad_row_costs_itself_alone()
    {
        var other = FreePort();
        File.WriteAllText(
            Path.Combine(_script.Folder, "list.csv"),
            $"ComputerName,Port,Protocol,ImplicitTls,Zone\n127.0.0.1,{_closed} {other},Imap,true,Lgwan\n127.0.0.1,{other},,,\n,25,,,\n127.0.0.1,x,Smtp,,\n"
        );
        var result = _script.Run("Test-ConfigAuditMailServer -Path $folder/list.csv -OperationTimeout 2 -AsSnapshot");
        Assert.Equal(
            new[] { "list.csv(3,1)", "list.csv(4,1)", "list.csv(5,1)" },
            result.Errors.Select(error => Path.GetFileName(error.Exception.Message.Split(':')[0]))
        );
        var snapshot = Assert.Single(result.Output);
        Assert.Equal("Lgwan", snapshot.Properties["Zone"].Value.ToString());
        Assert.Equal(2, ((System.Collections.IEnumerable)snapshot.Properties["Facts"].Value).Cast<object>().Count());
    }

    [Fact]
    public void A_listed_mail_server_that_refuses_every_connection_is_unknown_in_one_pipeline()
    {
        var findings = _script
            .Run(
                $"Test-ConfigAuditMailServer 127.0.0.1 -Port {_closed} -Protocol Smtp -OperationTimeout 2 -AsSnapshot | Invoke-ConfigAudit -Baseline MIC-Recommended"
            )
            .Clean();
        Assert.Equal(12, findings.Count);
        Assert.All(findings, finding => Assert.Equal("Unknown", finding.Properties["Outcome"].Value.ToString()));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("False", false)]
    [InlineData("", false)]
    public void A_cell_says_whether_TLS_begins_at_once(string cell, bool isImplicit)
    {
        var rows = $"[pscustomobject]@{{ ComputerName = '127.0.0.1'; Port = '{_closed}'; Protocol = 'Imap'; ImplicitTls = '{cell}' }}";
        var service = Assert.Single(_script.Run($"{rows} | Test-ConfigAuditMailServer -OperationTimeout 2").Clean());
        Assert.Equal(isImplicit, service.Properties["IsImplicitTls"].Value);
    }

    [Fact]
    public void A_cell_that_says_neither_costs_its_row_alone()
    {
        var rows =
            $"[pscustomobject]@{{ ComputerName = '127.0.0.1'; Port = '{_closed}'; Protocol = 'Imap'; ImplicitTls = 'x' }}, [pscustomobject]@{{ ComputerName = '127.0.0.1'; Port = '{_closed}'; Protocol = 'Imap'; ImplicitTls = '' }}";
        var result = _script.Run($"{rows} | Test-ConfigAuditMailServer -OperationTimeout 2");
        Assert.Contains("neither true nor false", Assert.Single(result.Errors).Exception.Message, StringComparison.Ordinal);
        Assert.Single(result.Output);
    }

    [Fact]
    public void A_cell_of_several_ports_or_none_is_taken_as_it_is_meant()
    {
        var several = _script
            .Run(
                $"[pscustomobject]@{{ ComputerName = '127.0.0.1'; Port = '{_closed}; {FreePort()}'; Protocol = 'Imap' }} | Test-ConfigAuditMailServer -OperationTimeout 2"
            )
            .Clean();
        Assert.Equal(2, several.Count);
        var none = _script
            .Run(
                "[pscustomobject]@{ ComputerName = '127.0.0.1'; Port = ''; Protocol = '' } | Test-ConfigAuditMailServer -OperationTimeout 2"
            )
            .Clean();
        Assert.Equal(7, none.Count);
    }

    [Fact]
    public void A_name_without_an_address_is_one_error()
    {
        var result = _script.Run("Test-ConfigAuditMailServer 'no such host.invalid' -Port 25");
        Assert.Empty(result.Output);
        Assert.Contains("its name has no address", Assert.Single(result.Errors).Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Port = 'x'")]
    [InlineData("Port = '0'")]
    [InlineData("Port = '25 70000'")]
    [InlineData("Port = '10025'")]
    [InlineData("Protocol = 'Telnet'")]
    [InlineData("Protocol = '0'")]
    [InlineData("ImplicitTls = 'perhaps'")]
    [InlineData("Zone = 'Mars'")]
    public void A_row_with_a_bad_cell_names_its_server_which_stays_in_the_count_as_unknown(string cell)
    {
        var result = _script.Run(
            $"[pscustomobject]@{{ ComputerName = '127.0.0.9'; {cell} }}, [pscustomobject]@{{ ComputerName = '127.0.0.1'; Port = {_closed}; Protocol = 'Imap' }} | Test-ConfigAuditMailServer -OperationTimeout 2 -AsSnapshot | Invoke-ConfigAudit -Baseline MIC-Recommended"
        );
        Assert.Contains("127.0.0.9", Assert.Single(result.Errors).Exception.Message, StringComparison.Ordinal);
        Assert.Equal(24, result.Output.Count);
        Assert.Equal(
            12,
            result.Output.Count(finding =>
                (string)finding.Properties["ComputerName"].Value == "127.0.0.9"
                && finding.Properties["Outcome"].Value.ToString() == "Unknown"
            )
        );
    }

    [Fact]
    public void A_row_without_a_server_is_an_error_that_tells_which()
    {
        var result = _script.Run("[pscustomobject]@{ Host = 'mx'; Port = 25 } | Test-ConfigAuditMailServer");
        Assert.Contains("Object 1 of the pipeline", Assert.Single(result.Errors).Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_row_does_not_say_is_said_to_the_cmdlet_and_names_come_as_lines()
    {
        var rows = _script
            .Run(
                $"[pscustomobject]@{{ NameExchange = '127.0.0.1'; Zone = '' }} | Test-ConfigAuditMailServer -Port {_closed} -Protocol Pop3 -Zone Lgwan -OperationTimeout 2 -AsSnapshot"
            )
            .Clean();
        Assert.Equal("Lgwan", Assert.Single(rows).Properties["Zone"].Value.ToString());
        Assert.Single(
            _script
                .Run($"\"127.0.0.1`r\", '# old', '' | Test-ConfigAuditMailServer -Port {_closed} -Protocol Pop3 -OperationTimeout 2")
                .Clean()
        );
        Assert.Single(
            _script.Run($"[ipaddress] '127.0.0.1' | Test-ConfigAuditMailServer -Port {_closed} -Protocol Pop3 -OperationTimeout 2").Clean()
        );
    }

    [Fact]
    public void A_server_in_two_zones_is_judged_in_none_and_said()
    {
        var result = _script.Run(
            $"'Lgwan', 'Internet', '' | ForEach-Object {{ [pscustomobject]@{{ ComputerName = '127.0.0.1'; Port = {_closed}; Protocol = 'Imap'; Zone = $_ }} }} | Test-ConfigAuditMailServer -OperationTimeout 2 -AsSnapshot"
        );
        Assert.Contains(
            "127.0.0.1: its rows name several zones (Lgwan, Internet)",
            Assert.Single(result.Errors).Exception.Message,
            StringComparison.Ordinal
        );
        Assert.Null(Assert.Single(result.Output).Properties["Zone"].Value);
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
