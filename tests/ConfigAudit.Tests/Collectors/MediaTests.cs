using System.Linq;
using ConfigAudit.Collectors.Media;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Collectors;

/// <summary>Removable storage, cloud-sync folders and remote-control programs.</summary>
public sealed class MediaTests
{
    private const string Storage = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\RemovableStorageDevices";
    private const string Disk = Storage + @"\\{53f5630d-b6bf-11d0-94f2-00a0c91efb8b}";
    private const string Usb = @"HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\USBSTOR";
    private const string Uasp = @"HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\UASPStor";
    private const string Roots = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Explorer\\SyncRootManager";

    [Fact]
    public void One_setting_that_denies_is_enough_whatever_else_could_not_be_read()
    {
        var storage = RemovableStorage($$""" "registry": { "{{Disk}}": { "Deny_Write": { "type": "REG_DWORD", "data": 1 } } }, "failures": { "registry:{{Usb}}": "denied" } """);
        Assert.False(storage.CanWriteToUsbStorage);
        Assert.Equal(new[] { StorageBlock.RemovableDiskWrite }, storage.Blocks);
    }

    [Fact]
    public void Where_no_policy_is_set_and_the_drivers_load_Windows_does_not_stop_it()
    {
        var storage = RemovableStorage($$""" "registry": { "{{Usb}}": { "Start": { "type": "REG_DWORD", "data": 3 } }, "{{Uasp}}": {} }, "absent": [ "registry:{{Storage}}", "registry:{{Disk}}" ] """);
        Assert.True(storage.CanWriteToUsbStorage);
        Assert.Empty(storage.Blocks!);
        Assert.Equal(DriverStart.NotInstalled, storage.UaspStorageDriver);
    }

    [Theory]
    [InlineData(4, 4, false)]
    [InlineData(4, 3, true)]
    [InlineData(3, 4, true)]
    public void USBSTOR_disabled_alone_leaves_disks_that_speak_UASP(int usb, int uasp, bool canWrite) =>
        Assert.Equal(canWrite, RemovableStorage($$""" "registry": { "{{Usb}}": { "Start": { "type": "REG_DWORD", "data": {{usb}} } }, "{{Uasp}}": { "Start": { "type": "REG_DWORD", "data": {{uasp}} } } }, "absent": [ "registry:{{Storage}}", "registry:{{Disk}}" ] """).CanWriteToUsbStorage);

    [Fact]
    public void What_was_not_recorded_is_neither_allowed_nor_denied()
    {
        var snapshot = Snapshot(""" "instances": {} """);
        var storage = snapshot.Of<RemovableStorageFact>().Single();
        Assert.Null(storage.CanWriteToUsbStorage);
        Assert.Null(storage.Blocks);
        Assert.Null(storage.DeniesAll);
        Assert.Contains(snapshot.GapsIn<RemovableStorageFact>(), gap => gap.Property == nameof(RemovableStorageFact.CanWriteToUsbStorage) && gap.Kind == GapKind.NotRecorded);
    }

    [Fact]
    public void A_policy_that_is_denied_to_the_asker_is_not_known()
    {
        var snapshot = Snapshot($$""" "registry": { "{{Usb}}": { "Start": { "type": "REG_DWORD", "data": 3 } } }, "failures": { "registry:{{Storage}}": "denied" } """);
        Assert.Null(snapshot.Of<RemovableStorageFact>().Single().CanWriteToUsbStorage);
        Assert.Contains(snapshot.GapsIn<RemovableStorageFact>(), gap => gap.Property == nameof(RemovableStorageFact.DeniesAll) && gap.Kind == GapKind.Denied);
    }

    [Fact]
    public void Only_USB_disks_are_told_and_sizes_arrive_over_WS_Management_as_text()
    {
        var disk = Snapshot("""
            "instances": { "root/cimv2": { "Win32_DiskDrive": [
              { "InterfaceType": "SCSI", "PNPDeviceID": "SCSI\\DISK&VEN_NVME\\1", "Model": "NVMe", "Size": "256052966400" },
              { "InterfaceType": "USB", "PNPDeviceID": "USBSTOR\\DISK&VEN_X\\1", "Model": "Stick", "Size": "31004167680" } ] } }
            """).Of<StorageDeviceFact>().Single();
        Assert.Equal("Stick", disk.Model);
        Assert.Equal(31004167680, disk.Size);
        Assert.True(disk.UsesUsbStorageDriver);
    }

    [Fact]
    public void A_sync_root_tells_its_provider_and_its_user_and_not_the_account()
    {
        var root = Snapshot($$""" "registry": { "{{Roots}}": {}, "{{Roots}}\\OneDrive!S-1-5-21-1-2-3-1001!Business1": {} } """).Of<SyncRootFact>().Single();
        Assert.Equal("OneDrive", root.Provider);
        Assert.Equal("S-1-5-21-1-2-3-1001", root.User);
    }

    [Fact]
    public void Without_the_key_no_client_registered_a_folder() =>
        Assert.Empty(Snapshot($$""" "absent": [ "registry:{{Roots}}" ] """).GapsIn<SyncRootFact>());

    [Fact]
    public void Sync_roots_that_were_not_recorded_may_be_there() =>
        Assert.Contains(Snapshot(""" "instances": {} """).GapsIn<SyncRootFact>(), gap => gap.Property is null && gap.Kind == GapKind.NotRecorded);

    [Fact]
    public void A_remote_control_program_that_was_only_started_is_seen_by_its_process()
    {
        var tool = Snapshot(""" "instances": { "root/cimv2": { "Win32_Service": [], "Win32_Process": [ { "Name": "anydesk.exe" } ] } } """).Of<RemoteControlFact>().Single();
        Assert.Equal("AnyDesk", tool.Tool);
        Assert.True(tool.IsRunning);
        Assert.False(tool.StartsAutomatically);
        Assert.Equal(new[] { "anydesk.exe" }, tool.FoundBy);
    }

    [Fact]
    public void A_stopped_service_does_not_say_that_the_program_is_not_running()
    {
        var snapshot = Snapshot(""" "instances": { "root/cimv2": { "Win32_Service": [ { "Name": "TeamViewer", "State": "Stopped", "StartMode": "Auto" } ] } }, "failures": { "root/cimv2:Win32_Process": "denied" } """);
        var tool = snapshot.Of<RemoteControlFact>().Single();
        Assert.Null(tool.IsRunning);
        Assert.True(tool.StartsAutomatically);
        Assert.Contains(snapshot.GapsIn<RemoteControlFact>(), gap => gap.Property == nameof(RemoteControlFact.IsRunning) && gap.Kind == GapKind.Denied);
    }

    [Fact]
    public void A_stopped_service_and_no_process_is_a_program_that_does_not_run() =>
        Assert.False(Snapshot(""" "instances": { "root/cimv2": { "Win32_Service": [ { "Name": "tvnserver", "State": "Stopped", "StartMode": "Disabled" } ], "Win32_Process": [] } } """).Of<RemoteControlFact>().Single().IsRunning);

    private static RemovableStorageFact RemovableStorage(string recording) => Snapshot(recording).Of<RemovableStorageFact>().Single();

    private static Snapshot Snapshot(string members) => Machine.Answering($$"""{ "recordedAt": "2026-11-01T00:00:00Z", {{(members.Contains("\"instances\"") ? "" : "\"instances\": {}, ")}} {{members}} }""");
}
