using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using System.Xml.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Telling.Schedules.Access;

namespace ConfigAudit.Telling.Schedules;

/// <summary>Writes what an audit consists of that runs by itself: its folder, its script and its definition, each file whole or not at
/// all.</summary>
internal static class TaskWriter
{
    private const string WindowsRead = "FRFX";
    private const string WindowsChange = "0x1301bf";

    /// <summary>Where the scripts of tasks stand, if nobody says otherwise.</summary>
    public static string DefaultFolder(TaskName name) =>
        RuntimeInformation.IsOSPlatform(OSPlatform.Windows)
            ? Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData),
                "ConfigAudit",
                "Tasks",
                name.ToString()
            )
            : "/etc/configaudit/tasks/" + name;

    /// <summary>Where their runs are kept.</summary>
    public static string DefaultOutput(TaskName name, string folder) =>
        RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? Path.Combine(folder, "runs") : "/var/lib/configaudit/" + name;

    /// <summary>Makes the folders of script and runs so that nobody but the system and administrators can change what is in them; the
    /// account may read the one and change the other.</summary>
    /// <param name="task">The audit.</param>
    /// <param name="sid">The account's SID on Windows; null for the system's own, and elsewhere.</param>
    /// <exception cref="IOException">They can't be made.</exception>
    /// <exception cref="UnauthorizedAccessException">They can't be made.</exception>
    public static void MakeSafeFolders(AuditTask task, string? sid)
    {
        if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
        {
            WindowsAccess.Create(task.Folder, sid, WindowsRead);
            WindowsAccess.Create(task.OutputPath, sid, WindowsChange);
            return;
        }

        // The mode last and on the innermost: what is above belongs to root already.
        Directory.CreateDirectory(task.Folder);
        UnixAccess.SetMode(task.Folder, task.Account is null ? UnixAccess.Private : UnixAccess.Readable);
        if (task.IsOutputOurs || Directory.Exists(task.OutputPath))
            return;
        Directory.CreateDirectory(task.OutputPath);
        UnixAccess.SetMode(task.OutputPath, UnixAccess.Private);
    }

    /// <summary>Windows PowerShell takes a file without the mark for one in the system's code page.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    public static void WriteScript(AuditTask task) =>
        Write(task.Script, AuditScript.Of(task), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

    /// <summary>The task in XML, beside its script.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    public static string WriteTask(AuditTask task, XDocument xml)
    {
        var path = Path.Combine(task.Folder, task.Name + ".xml");
        WindowsTask.Save(xml, path);
        return path;
    }

    /// <summary>The service and the timer.</summary>
    /// <exception cref="IOException">They can't be written.</exception>
    public static IReadOnlyList<string> WriteUnits(AuditTask task, string folder)
    {
        var (service, timer) = (SystemdUnits.Service(task), SystemdUnits.Timer(task));
        var paths = new[] { Path.Combine(folder, task.Name.Unit + ".service"), Path.Combine(folder, task.Name.Unit + ".timer") };
        Write(paths[0], service, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Write(paths[1], timer, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return paths;
    }

    private static void Write(string path, string text, UTF8Encoding encoding)
    {
        using (var file = new AtomicFile(path))
        {
            using (var writer = new StreamWriter(file.Stream, encoding, 4096, leaveOpen: true))
                writer.Write(text);
            file.Commit();
        }

        if (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
            UnixAccess.SetMode(path, UnixAccess.ReadableFile);
    }
}
