using System.IO;
using System.Linq;
using ConfigAudit.Asking.Collectors.Media;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>Removable storage, cloud-sync folders and remote-control programs.</summary>
public sealed class MediaTests
{
    /// <summary>What every host runs, and answers by.</summary>
    private const string Windows = """{ "Name": "System" }""";
    private const string Wmi = """{ "Name": "Winmgmt", "State": "Running", "StartMode": "Auto" }""";

    private const string Storage = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\RemovableStorageDevices";
    private const string Disk = Storage + @"\\{53f5630d-b6bf-11d0-94f2-00a0c91efb8b}";
    private const string Usb = @"HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\USBSTOR";
    private const string Uasp = @"HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\UASPStor";
    private const string Roots = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Explorer\\SyncRootManager";

    [Fact]
    public void One_setting_that_denies_is_enough_whatever_else_could_not_be_read()
    {
        var storage = RemovableStorage(
            $$""" "registry": { "{{Disk}}": { "Deny_Write": { "type": "REG_DWORD", "data": 1 } } }, "failures": { "registry:{{Usb}}": "denied" } """
        );
        Assert.False(storage.CanWriteToUsbStorage);
        Assert.Equal(new[] { StorageBlock.RemovableDiskWrite }, storage.Blocks);
    }

    [Fact]
    public void Where_no_policy_is_set_and_the_drivers_load_Windows_does_not_stop_it()
    {
        var storage = RemovableStorage(
            $$""" "registry": { "{{Usb}}": { "Start": { "type": "REG_DWORD", "data": 3 } }, "{{Uasp}}": {} }, "absent": [ "registry:{{Storage}}", "registry:{{Disk}}" ] """
        );
        Assert.True(storage.CanWriteToUsbStorage);
        Assert.Empty(storage.Blocks!);
        Assert.Equal(DriverStart.NotInstalled, storage.UaspStorageDriver);
    }

    [Theory]
    [InlineData(4, 4, false)]
    [InlineData(4, 3, true)]
    [InlineData(3, 4, true)]
    public void USBSTOR_disabled_alone_leaves_disks_that_speak_UASP(int usb, int uasp, bool canWrite) =>
        Assert.Equal(
            canWrite,
            RemovableStorage(
                $$""" "registry": { "{{Usb}}": { "Start": { "type": "REG_DWORD", "data": {{usb}} } }, "{{Uasp}}": { "Start": { "type": "REG_DWORD", "data": {{uasp}} } } }, "absent": [ "registry:{{Storage}}", "registry:{{Disk}}" ] """
            ).CanWriteToUsbStorage
        );

    /// <summary>Start=4 doesn't unload a driver that is in use; a policy denies access whatever is plugged in.</summary>
    [Theory]
    [InlineData("USB", @"USBSTOR\\DISK&VEN_X\\1", 0, null)]
    [InlineData("SCSI", @"USBSTOR\\DISK&VEN_X\\1", 0, null)]
    [InlineData("USB", @"USBSTOR\\DISK&VEN_X\\1", 1, false)]
    [InlineData("SCSI", @"SCSI\\DISK&VEN_NVME\\1", 0, false)]
    [InlineData("IDE", @"IDE\\DISK\\1", 0, false)]
    public void Disabled_drivers_stop_no_disk_that_is_plugged_in(string connection, string device, int deniesAll, bool? canWrite)
    {
        var snapshot = Snapshot(
            $$"""
            "registry": { "{{Storage}}": { "Deny_All": { "type": "REG_DWORD", "data": {{deniesAll}} } },
              "{{Usb}}": { "Start": { "type": "REG_DWORD", "data": 4 } }, "{{Uasp}}": { "Start": { "type": "REG_DWORD", "data": 4 } } },
            "absent": [ "registry:{{Disk}}" ],
            "instances": { "root/cimv2": { "Win32_DiskDrive": [ { "InterfaceType": "{{connection}}", "PNPDeviceID": "{{device}}", "Model": "Stick" } ] } }
            """
        );
        var storage = snapshot.Of<RemovableStorageFact>().Single();
        Assert.Equal(canWrite, storage.CanWriteToUsbStorage);
        Assert.Equal(DriverStart.Disabled, storage.UsbStorageDriver);
        if (canWrite is null)
        {
            Assert.Contains(
                snapshot.GapsIn<RemovableStorageFact>(),
                gap =>
                    gap.Property == nameof(RemovableStorageFact.CanWriteToUsbStorage)
                    && gap.Message.Contains("Start=4")
                    && gap.Message.Contains("Stick")
            );
        }
    }

    [Fact]
    public void What_was_not_recorded_is_neither_allowed_nor_denied()
    {
        var snapshot = Snapshot(""" "instances": {} """);
        var storage = snapshot.Of<RemovableStorageFact>().Single();
        Assert.Null(storage.CanWriteToUsbStorage);
        Assert.Null(storage.Blocks);
        Assert.Null(storage.DeniesAll);
        Assert.Contains(
            snapshot.GapsIn<RemovableStorageFact>(),
            gap => gap.Property == nameof(RemovableStorageFact.CanWriteToUsbStorage) && gap.Kind == GapKind.NotRecorded
        );
    }

    [Fact]
    public void A_policy_that_is_denied_to_the_asker_is_not_known()
    {
        var snapshot = Snapshot(
            $$""" "registry": { "{{Usb}}": { "Start": { "type": "REG_DWORD", "data": 3 } } }, "failures": { "registry:{{Storage}}": "denied" } """
        );
        Assert.Null(snapshot.Of<RemovableStorageFact>().Single().CanWriteToUsbStorage);
        Assert.Contains(
            snapshot.GapsIn<RemovableStorageFact>(),
            gap => gap.Property == nameof(RemovableStorageFact.DeniesAll) && gap.Kind == GapKind.Denied
        );
    }

    [Fact]
    public void Only_USB_disks_are_told_and_sizes_arrive_over_WS_Management_as_text()
    {
        var disk = Snapshot(
                """
                "instances": { "root/cimv2": { "Win32_DiskDrive": [
                  { "InterfaceType": "SCSI", "PNPDeviceID": "SCSI\\DISK&VEN_NVME\\1", "Model": "NVMe", "Size": "256052966400" },
                  { "InterfaceType": "USB", "PNPDeviceID": "USBSTOR\\DISK&VEN_X\\1", "Model": "Stick", "Size": "31004167680" } ] } }
                """
            )
            .Of<StorageDeviceFact>()
            .Single();
        Assert.Equal("Stick", disk.Model);
        Assert.Equal(31004167680, disk.Size);
        Assert.True(disk.UsesUsbStorageDriver);
    }

    [Fact]
    public void A_sync_root_tells_its_provider_and_its_user_and_not_the_account()
    {
        var root = Snapshot($$""" "registry": { "{{Roots}}": {}, "{{Roots}}\\OneDrive!S-1-5-21-1-2-3-1001!Business1": {} } """)
            .Of<SyncRootFact>()
            .Single();
        Assert.Equal("OneDrive", root.Provider);
        Assert.Equal("S-1-5-21-1-2-3-1001", root.User);
    }

    [Theory]
    [InlineData(@"D:\\Users\\taro\\OneDrive - 見本市", "D:")]
    [InlineData(@"\\\\fs01\\home\\taro\\OneDrive", "")]
    public void A_sync_root_tells_its_folder_and_the_volume_that_it_is_on(string folder, string volume)
    {
        var root = Snapshot(
                $$""" "registry": { "{{Roots}}": {}, "{{Roots}}\\OneDrive!S-1-5-21-1-2-3-1001!Business1": {}, "{{Roots}}\\OneDrive!S-1-5-21-1-2-3-1001!Business1\\UserSyncRoots": { "S-1-5-21-1-2-3-1001": { "type": "REG_SZ", "data": "{{folder}}" } } } """
            )
            .Of<SyncRootFact>()
            .Single();
        Assert.Equal((folder.Replace(@"\\", @"\"), volume), (root.Path, root.Volume));
    }

    [Fact]
    public void A_sync_root_whose_folder_was_refused_stays_with_a_gap()
    {
        var snapshot = Snapshot(
            $$""" "registry": { "{{Roots}}": {}, "{{Roots}}\\OneDrive!S-1-5-21-1-2-3-1001!Business1": {} }, "failures": { "registry:{{Roots}}\\OneDrive!S-1-5-21-1-2-3-1001!Business1\\UserSyncRoots": "denied" } """
        );
        Assert.Null(snapshot.Of<SyncRootFact>().Single().Volume);
        Assert.Contains(snapshot.GapsIn<SyncRootFact>(), gap => gap.Property == nameof(SyncRootFact.Volume) && gap.Kind == GapKind.Denied);
    }

    [Fact]
    public void Without_the_key_no_client_registered_a_folder() =>
        Assert.Empty(Snapshot($$""" "absent": [ "registry:{{Roots}}" ] """).GapsIn<SyncRootFact>());

    [Fact]
    public void Sync_roots_that_were_not_recorded_may_be_there() =>
        Assert.Contains(
            Snapshot(""" "instances": {} """).GapsIn<SyncRootFact>(),
            gap => gap.Property is null && gap.Kind == GapKind.NotRecorded
        );

    [Fact]
    public void A_remote_control_program_that_was_only_started_is_seen_by_its_process()
    {
        var tool = Snapshot(
                $$""" "instances": { "root/cimv2": { "Win32_Service": [ {{Wmi}} ], "Win32_Process": [ {{Windows}}, { "Name": "anydesk.exe" } ] } } """
            )
            .Of<RemoteControlFact>()
            .Single();
        Assert.Equal("AnyDesk", tool.Tool);
        Assert.True(tool.IsRunning);
        Assert.False(tool.StartsAutomatically);
        Assert.Equal(new[] { "anydesk.exe" }, tool.FoundBy);
    }

    [Fact]
    public void A_stopped_service_does_not_say_that_the_program_is_not_running()
    {
        var snapshot = Snapshot(
            """ "instances": { "root/cimv2": { "Win32_Service": [ { "Name": "TeamViewer", "State": "Stopped", "StartMode": "Auto" } ] } }, "failures": { "root/cimv2:Win32_Process": "denied" } """
        );
        var tool = snapshot.Of<RemoteControlFact>().Single();
        Assert.Null(tool.IsRunning);
        Assert.True(tool.StartsAutomatically);
        Assert.Contains(
            snapshot.GapsIn<RemoteControlFact>(),
            gap => gap.Property == nameof(RemoteControlFact.IsRunning) && gap.Kind == GapKind.Denied
        );
    }

    [Fact]
    public void A_stopped_service_and_no_process_is_a_program_that_does_not_run() =>
        Assert.False(
            Snapshot(
                    $$""" "instances": { "root/cimv2": { "Win32_Service": [ {{Wmi}}, { "Name": "tvnserver", "State": "Stopped", "StartMode": "Disabled" } ], "Win32_Process": [ {{Windows}} ] } } """
                )
                .Of<RemoteControlFact>()
                .Single()
                .IsRunning
        );

    [Fact]
    public void A_program_that_the_catalogue_does_not_list_may_run_unseen_and_does_not_hold_up_a_check_of_listed_ones()
    {
        var gap = Assert.Single(
            Snapshot(
                    $$""" "instances": { "root/cimv2": { "Win32_Service": [ {{Wmi}} ], "Win32_Process": [ {{Windows}}, { "Name": "unheard-of.exe" } ] } } """
                )
                .GapsIn<RemoteControlFact>()
        );
        Assert.Equal(GapKind.NotSupported, gap.Kind);
        Assert.False(Assert.IsType<RemoteControlFact>(gap.Unseen).IsListed);
    }

    [Theory]
    [InlineData("TeamViewer.exe", true)]
    [InlineData("dwrcs.exe", true)]
    [InlineData("ScreenConnect.ClientService.exe", true)]
    [InlineData("Supremo.exe", false)]
    [InlineData("SRManager.exe", false)]
    [InlineData("vncserver.exe", false)]
    public void A_program_found_by_names_of_one_source_alone_is_not_verified(string process, bool isVerified)
    {
        var tool = Snapshot(
                $$""" "instances": { "root/cimv2": { "Win32_Service": [ {{Wmi}} ], "Win32_Process": [ {{Windows}}, { "Name": "{{process}}" } ] } } """
            )
            .Of<RemoteControlFact>()
            .Single();
        Assert.True(tool.IsListed);
        Assert.Equal(isVerified, tool.IsVerified);
    }

    [Theory]
    [InlineData("denied", GapKind.Denied)]
    [InlineData("timeout", GapKind.Timeout)]
    public void Services_that_could_not_be_read_may_hide_a_program(string failure, GapKind kind) =>
        Assert.Contains(
            Snapshot(
                    $$""" "instances": { "root/cimv2": { "Win32_Process": [] } }, "failures": { "root/cimv2:Win32_Service": "{{failure}}" } """
                )
                .GapsIn<RemoteControlFact>(),
            gap => gap.Property is null && gap.Kind == kind && gap.Unseen is null
        );

    [Fact]
    public void Without_the_class_of_disks_it_is_not_known_that_none_is_plugged_in() =>
        Assert.Contains(
            Snapshot(""" "instances": {}, "absent": [ "root/cimv2:Win32_DiskDrive" ] """).GapsIn<StorageDeviceFact>(),
            gap => gap.Property is null && gap.Kind == GapKind.NotPresent
        );

    [Fact]
    public void A_drive_without_a_medium_has_no_size_and_says_why()
    {
        var snapshot = Snapshot(
            """ "instances": { "root/cimv2": { "Win32_DiskDrive": [ { "InterfaceType": "USB", "PNPDeviceID": "USBSTOR\\DISK\\1", "Model": "Card reader", "Size": null } ] } } """
        );
        Assert.Null(snapshot.Of<StorageDeviceFact>().Single().Size);
        Assert.Contains(snapshot.GapsIn<StorageDeviceFact>(), gap => gap.Property == nameof(StorageDeviceFact.Size));
    }

    [Fact]
    public void That_only_BitLocker_disks_may_be_written_or_new_ones_not_installed_does_not_stop_writing()
    {
        var storage = RemovableStorage(
            $$"""
            "registry": {
              "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Policies\\Microsoft\\FVE": { "RDVDenyWriteAccess": { "type": "REG_DWORD", "data": 1 } },
              "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\DeviceInstall\\Restrictions": { "DenyRemovableDevices": { "type": "REG_DWORD", "data": 1 } },
              "{{Usb}}": { "Start": { "type": "REG_DWORD", "data": 3 } }, "{{Uasp}}": { "Start": { "type": "REG_DWORD", "data": 3 } } },
            "absent": [ "registry:{{Storage}}", "registry:{{Disk}}" ]
            """
        );
        Assert.True(storage.RequiresBitLockerToWrite);
        Assert.True(storage.DeniesInstallation);
        Assert.True(storage.CanWriteToUsbStorage);
    }

    [Fact]
    public void Reading_denied_alone_leaves_writing() =>
        Assert.True(
            RemovableStorage(
                $$"""
                "registry": { "{{Disk}}": { "Deny_Read": { "type": "REG_DWORD", "data": 1 } }, "{{Usb}}": { "Start": { "type": "REG_DWORD", "data": 3 } }, "{{Uasp}}": { "Start": { "type": "REG_DWORD", "data": 3 } } },
                "absent": [ "registry:{{Storage}}" ]
                """
            ).CanWriteToUsbStorage
        );

    [Fact]
    public void Sync_roots_that_are_denied_may_be_there() =>
        Assert.Contains(
            Snapshot($$""" "instances": {}, "failures": { "registry:{{Roots}}": "denied" } """).GapsIn<SyncRootFact>(),
            gap => gap.Property is null && gap.Kind == GapKind.Denied
        );

    [NeedsFact("shared/recorded")]
    public void The_recorded_laptop_has_an_inner_disk_alone()
    {
        var snapshot = Machine.Recorded(Path.Combine(Machine.SharedRecordings!, "win10-fr-composite-01.json"));
        Assert.Empty(snapshot.Of<StorageDeviceFact>());
        // Its NVMe disk tells SCSI, and so would a USB disk that speaks UASP.
        var gap = Assert.Single(snapshot.GapsIn<StorageDeviceFact>());
        Assert.Equal(GapKind.NotSupported, gap.Kind);
        Assert.False(Assert.IsType<StorageDeviceFact>(gap.Unseen).UsesUsbStorageDriver);
    }

    [NeedsTheory("shared/recorded")]
    [InlineData("ws2003r2-en-domain-01.json")]
    [InlineData("ws2008r2-en-01.json")]
    public void On_recorded_servers_no_service_is_listed_and_processes_stay_unknown(string recording)
    {
        var snapshot = Machine.Recorded(Path.Combine(Machine.SharedRecordings!, recording));
        Assert.Empty(snapshot.Of<RemoteControlFact>());
        Assert.Contains(
            snapshot.GapsIn<RemoteControlFact>(),
            gap => gap.Source == "root/cimv2:Win32_Process" && gap.Kind == GapKind.NotRecorded
        );
        Assert.DoesNotContain(
            snapshot.GapsIn<RemoteControlFact>(),
            gap => gap.Source == "root/cimv2:Win32_Service" && gap.Kind == GapKind.NotRecorded
        );
    }

    private static RemovableStorageFact RemovableStorage(string recording) => Snapshot(recording).Of<RemovableStorageFact>().Single();

    private static Snapshot Snapshot(string members) =>
        Machine.Answering(
            $$"""{ "recordedAt": "2026-11-01T00:00:00Z", {{(members.Contains("\"instances\"") ? "" : "\"instances\": {}, ")}} {{members}} }"""
        );
}
