using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Telling.Schedules;
using Xunit;

namespace ConfigAudit.Tests.Telling.Schedules;

/// <summary>A task as Task Scheduler reads it, in the order of its schema.</summary>
public sealed class WindowsTaskTests : IDisposable
{
    private static readonly XNamespace Schema = "http://schemas.microsoft.com/windows/2004/02/mit/task";

    private static readonly AuditTask One = Tasks.One with
    {
        Folder = @"C:\ProgramData\ConfigAudit\Tasks\weekly",
        Program = @"C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe",
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_is_of_schema_1_2_with_its_parts_in_order()
    {
        var task = Parsed(One);
        Assert.Equal(Schema + "Task", task.Name);
        Assert.Equal("1.2", task.Attribute("version")!.Value);
        Assert.Equal(new[] { "RegistrationInfo", "Triggers", "Principals", "Settings", "Actions" }, Names(task));
        Assert.Equal(@"\ConfigAudit\weekly", task.Descendants(Schema + "URI").Single().Value);
        Assert.All(task.DescendantsAndSelf(), element => Assert.Equal(Schema, element.Name.Namespace));
    }

    [Fact]
    public void Its_trigger_has_the_order_of_triggerBaseType_and_calendarTriggerType()
    {
        var trigger = Trigger(One with { });
        Assert.Equal(new[] { "StartBoundary", "ScheduleByWeek" }, Names(trigger));
        Assert.Equal("2026-11-16T07:30:00", trigger.Element(Schema + "StartBoundary")!.Value);
        Assert.Equal(new[] { "WeeksInterval", "DaysOfWeek" }, Names(trigger.Element(Schema + "ScheduleByWeek")!));
        Assert.Equal(new[] { "Monday", "Thursday" }, Names(trigger.Descendants(Schema + "DaysOfWeek").Single()));
    }

    [Theory]
    [InlineData("00:30:00", "PT30M")]
    [InlineData("1.02:00:05", "P1DT2H5S")]
    public void It_is_put_off_by_chance(string delay, string written)
    {
        var trigger = Trigger(
            With(new Schedule { At = new TimeSpan(23, 59, 59), RandomDelay = TimeSpan.Parse(delay, CultureInfo.InvariantCulture) })
        );
        Assert.Equal(new[] { "StartBoundary", "RandomDelay", "ScheduleByDay" }, Names(trigger));
        Assert.Equal(written, trigger.Element(Schema + "RandomDelay")!.Value);
        Assert.Equal("2026-11-16T23:59:59", trigger.Element(Schema + "StartBoundary")!.Value);
    }

    [Fact]
    public void Every_month_is_named_in_English_in_any_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("ja-JP");
        try
        {
            var month = Trigger(With(new Schedule { Recurrence = Recurrence.Monthly, Day = 28 })).Element(Schema + "ScheduleByMonth")!;
            Assert.Equal("28", month.Element(Schema + "DaysOfMonth")!.Element(Schema + "Day")!.Value);
            Assert.Equal(12, month.Element(Schema + "Months")!.Elements().Count());
            Assert.Equal("January", Names(month.Element(Schema + "Months")!)[0]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void It_runs_as_SYSTEM_with_no_logon_type()
    {
        var principal = Parsed(One).Descendants(Schema + "Principal").Single();
        Assert.Equal(
            new[] { "UserId S-1-5-18", "RunLevel HighestAvailable" },
            principal.Elements().Select(element => $"{element.Name.LocalName} {element.Value}")
        );
        Assert.Equal(principal.Attribute("id")!.Value, Parsed(One).Element(Schema + "Actions")!.Attribute("Context")!.Value);
    }

    [Fact]
    public void Or_as_a_managed_service_account_whose_password_nobody_gives()
    {
        var task = Parsed(One with { Account = @"CITY\監査$" });
        Assert.Equal(
            new[] { @"UserId CITY\監査$", "LogonType Password", "RunLevel HighestAvailable" },
            task.Descendants(Schema + "Principal").Single().Elements().Select(element => $"{element.Name.LocalName} {element.Value}")
        );
    }

    [Theory]
    [InlineData(@"CITY\admin")]
    [InlineData("gmsa$")]
    [InlineData(@"\gmsa$")]
    [InlineData(@"CITY\$")]
    [InlineData(@"A\B\c$")]
    [InlineData("CITY\\a\n$")]
    public void An_account_with_a_password_is_none(string account) =>
        Assert.Throws<ScheduleException>(() => WindowsTask.Of(One with { Account = account }, Tasks.From));

    [Theory]
    [InlineData("MultipleInstancesPolicy", "IgnoreNew")]
    [InlineData("DisallowStartIfOnBatteries", "false")]
    [InlineData("StopIfGoingOnBatteries", "false")]
    [InlineData("StartWhenAvailable", "true")]
    [InlineData("ExecutionTimeLimit", "PT12H")]
    [InlineData("Enabled", "true")]
    public void Its_settings_are_those_of_an_unattended_task(string name, string value) =>
        Assert.Equal(value, Parsed(One).Element(Schema + "Settings")!.Element(Schema + name)!.Value);

    [Theory]
    [InlineData(
        @"C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe",
        "-NoLogo -NoProfile -NonInteractive -ExecutionPolicy Bypass -File "
    )]
    [InlineData(@"C:\Program Files\PowerShell\7\pwsh.exe", "-NoLogo -NoProfile -NonInteractive -ExecutionPolicy Bypass -File ")]
    public void It_tells_each_program_what_that_takes(string program, string arguments)
    {
        var exec = Parsed(One with { Program = program }).Descendants(Schema + "Exec").Single();
        Assert.Equal(program, exec.Element(Schema + "Command")!.Value);
        Assert.Equal($"{arguments}\"{One.Script}\"", exec.Element(Schema + "Arguments")!.Value);
    }

    [Theory]
    [InlineData(@"D:\it's & <b> 監査")]
    [InlineData(@"D:\$x `n ; exit")]
    public void A_strange_folder_stays_what_it_is(string folder) =>
        Assert.EndsWith(
            $" -File \"{(One with { Folder = folder }).Script}\"",
            Parsed(One with { Folder = folder }).Descendants(Schema + "Arguments").Single().Value,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(@"D:\%TEMP%")]
    [InlineData("D:\\a\" -Command x \"")]
    [InlineData(@"D:\$(Arg0)")]
    [InlineData("D:\\a\nb")]
    public void A_folder_that_Task_Scheduler_would_read_otherwise_is_refused(string folder)
    {
        Assert.Throws<ScheduleException>(() => WindowsTask.Of(One with { Folder = folder }, Tasks.From));
        Assert.Throws<ScheduleException>(() => WindowsTask.Of(One with { Program = folder + @"\pwsh.exe" }, Tasks.From));
    }

    [Fact]
    public void Its_file_is_UTF_16_with_its_mark_and_says_so()
    {
        var path = _folder["weekly.xml"];
        WindowsTask.Save(WindowsTask.Of(One with { Account = @"CITY\監査$" }, Tasks.From), path);
        Assert.Equal(new byte[] { 0xFF, 0xFE }, File.ReadAllBytes(path).Take(2));
        var text = File.ReadAllText(path, Encoding.Unicode);
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-16\"?>", text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(@"CITY\監査$", XDocument.Load(path).Descendants(Schema + "UserId").Single().Value);
    }

    [Fact]
    public async Task It_is_handed_over_by_name_folder_and_text_and_without_a_password()
    {
        using var scheduler = new Scheduler(
            CimAnswer.Of(new[] { new CimRow(new System.Collections.Generic.Dictionary<string, object?> { ["ReturnValue"] = 0u }) })
        );
        await TaskRegistration.RegisterAsync(scheduler, One, WindowsTask.Of(One, Tasks.From), replaces: false, CancellationToken.None);
        Assert.Equal("root/Microsoft/Windows/TaskScheduler:PS_ScheduledTask.RegisterByXml", scheduler.Call!.Source);
        Assert.Equal(
            new[] { "Force", "TaskName", "TaskPath", "Xml" },
            scheduler.Call.Arguments.Keys.OrderBy(name => name, StringComparer.Ordinal)
        );
        Assert.Equal("weekly", scheduler.Call.Arguments["TaskName"]);
        Assert.Equal(@"\ConfigAudit\", scheduler.Call.Arguments["TaskPath"]);
        Assert.StartsWith(
            "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
            (string)scheduler.Call.Arguments["Xml"]!,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(null, "0x80070005")]
    [InlineData("access denied", "access denied")]
    public async Task What_Task_Scheduler_refuses_is_said_with_what_to_do(string? gap, string message)
    {
        using var scheduler = new Scheduler(
            gap is null
                ? CimAnswer.Of(
                    new[] { new CimRow(new System.Collections.Generic.Dictionary<string, object?> { ["ReturnValue"] = 0x80070005u }) }
                )
                : CimAnswer.Failed(GapKind.Denied, "x", LocalText.Of(gap))
        );
        var bad = await Assert.ThrowsAsync<ScheduleException>(() =>
            TaskRegistration.RegisterAsync(scheduler, One, WindowsTask.Of(One, Tasks.From), replaces: false, CancellationToken.None)
        );
        Assert.Equal(ScheduleProblem.NotRegistered, bad.Problem);
        Assert.Contains(message, bad.Message);
        Assert.Contains("schtasks /Create /TN \"\\ConfigAudit\\weekly\" /XML", bad.Message);
    }

    private static AuditTask With(Schedule schedule) => new(new TaskName("x"), schedule) { Folder = @"D:\x", Program = @"D:\pwsh.exe" };

    private static XElement Trigger(AuditTask task) => Parsed(task).Descendants(Schema + "CalendarTrigger").Single();

    private static XElement Parsed(AuditTask task) => XDocument.Parse(WindowsTask.Text(WindowsTask.Of(task, Tasks.From))).Root!;

    private static string[] Names(XElement element) => element.Elements().Select(each => each.Name.LocalName).ToArray();

    private sealed class Scheduler : ICimSource
    {
        private readonly CimAnswer _answer;

        public Scheduler(CimAnswer answer) => _answer = answer;

        public CimCall? Call { get; private set; }

        public string Protocol => "Mmi";

        public DateTimeOffset? Now => null;

        public Task<CimAnswer> QueryAsync(CimQuery query, CancellationToken token) => throw new NotSupportedException();

        public Task<CimAnswer> InvokeAsync(CimCall call, CancellationToken token)
        {
            Call = call;
            return Task.FromResult(_answer);
        }

        public void Dispose() { }
    }
}
