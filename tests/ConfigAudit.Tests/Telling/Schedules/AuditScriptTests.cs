using System;
using System.Collections.Generic;
using ConfigAudit.Telling.Schedules;
using Xunit;

namespace ConfigAudit.Tests.Telling.Schedules;

/// <summary>Only the values at its top tell one script from another.</summary>
public sealed class AuditScriptTests
{
    [Fact]
    public void Values_stand_at_the_top_and_those_that_are_none_are_left_out()
    {
        var text = AuditScript.Of(
            Tasks.One with
            {
                Audit = new KeyValuePair<string, object?>[]
                {
                    new("RegisterPath", Array.Empty<string>()),
                    new("TrustedRoot", null),
                    new("UseSsl", true),
                },
                SyslogServer = "log.city.example",
            }
        );
        Assert.Contains(
            """
            $task = @{
                Module = '/opt/ConfigAudit/0.1.0/ConfigAudit.psd1'
                InventoryPath = @('/srv/hosts.csv')
                OutputPath = '/var/lib/configaudit/weekly'
                Keep = 13
                At = '07:30:00'
                Audit = @{
                    Baseline = @('MIC-2022-03')
                    UseSsl = $true
                }
                Notice = @{
                    Severity = 'High'
                    SyslogServer = 'log.city.example'
                    SyslogTransport = 'Tls'
                }
            }
            """.Replace("\r\n", "\n"),
            text
        );
    }

    [Fact]
    public void Nobody_is_told_where_no_way_is_named() => Assert.Contains("    Notice = @{\n    }\n", AuditScript.Of(Tasks.One));

    [Fact]
    public void What_follows_the_values_is_the_same_for_all()
    {
        static string Rest(string text) => text.Substring(text.IndexOf("$ErrorActionPreference", StringComparison.Ordinal));
        var hostile = Tasks.One with { InventoryPaths = new[] { "'); exit 9; # $task\u2019" }, Keep = 2, NoticePath = "$(exit 9)" };
        Assert.Equal(Rest(AuditScript.Of(Tasks.One)), Rest(AuditScript.Of(hostile)));
        Assert.Contains("InventoryPath = @('''); exit 9; # $task\u2019\u2019')\n", AuditScript.Of(hostile));
    }

    [Fact]
    public void A_path_with_a_line_break_is_refused() =>
        Assert.Throws<ScheduleException>(() => AuditScript.Of(Tasks.One with { OutputPath = "/a\nexit 9" }));
}
