using ConfigAudit.Telling.Schedules;
using Xunit;

namespace ConfigAudit.Tests.Telling.Schedules;

/// <summary>A task runs in a program of Windows' own width: a 32-bit one would see the registry of 32-bit programs.</summary>
public sealed class ScriptRunnerTests
{
    [Theory]
    [InlineData(@"C:\Windows\SysWOW64\WindowsPowerShell\v1.0\powershell.exe", @"C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe")]
    [InlineData(@"c:\windows\syswow64\windowspowershell\v1.0\POWERSHELL.EXE", @"c:\windows\System32\windowspowershell\v1.0\POWERSHELL.EXE")]
    [InlineData(@"D:\Windows\SysArm32\WindowsPowerShell\v1.0\powershell.exe", @"D:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe")]
    [InlineData(
        @"C:\Windows\Sysnative\WindowsPowerShell\v1.0\powershell.exe",
        @"C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe"
    )]
    [InlineData(@"C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe", @"C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe")]
    [InlineData(@"C:\Program Files\PowerShell\7\pwsh.exe", @"C:\Program Files\PowerShell\7\pwsh.exe")]
    [InlineData("/usr/bin/pwsh", "/usr/bin/pwsh")]
    public void The_path_is_one_that_Task_Scheduler_finds_it_by(string program, string native) =>
        Assert.Equal(native, ScriptRunner.Native(program));

    [Theory]
    [InlineData(@"C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe", false, true)]
    [InlineData(@"C:\Program Files\PowerShell\7\pwsh.exe", false, true)]
    [InlineData(@"C:\Program Files (x86)\PowerShell\7\pwsh.exe", true, false)]
    [InlineData(@"C:\Windows\SysWOW64\WindowsPowerShell\v1.0\powershell.exe", true, false)]
    [InlineData(@"C:\Program Files\WindowsApps\Microsoft.PowerShell_7.4.6.0_x64__8wekyb3d8bbwe\pwsh.exe", false, false)]
    [InlineData(@"C:\Tools\agent.exe", false, false)]
    public void The_program_that_this_runs_in_is_taken_unless_it_is_narrower_than_Windows(string program, bool isNarrow, bool can) =>
        Assert.Equal(can, ScriptRunner.CanRun(program, isNarrow));
}
