using System;
using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Asking.Collectors.Antivirus;

/// <summary>
/// A program that a product registered, and the folder that it stands in; the program again where that folder isn't the product's own.
/// Without a drive: a path
/// may begin with %ProgramFiles%, and nobody asks the host where that is.
/// </summary>
internal sealed record ProgramFolder(string Path, string Program)
{
    private static readonly Dictionary<string, string> Variables = new(StringComparer.OrdinalIgnoreCase)
    {
        ["%ProgramFiles%"] = @"\Program Files",
        ["%ProgramW6432%"] = @"\Program Files",
        ["%ProgramFiles(x86)%"] = @"\Program Files (x86)",
        ["%CommonProgramFiles%"] = @"\Program Files\Common Files",
        ["%ProgramData%"] = @"\ProgramData",
        ["%AllUsersProfile%"] = @"\ProgramData",
        ["%SystemRoot%"] = @"\Windows",
        ["%windir%"] = @"\Windows",
    };

    /// <summary>What belongs to Windows, or to many: what runs there bears out nobody else's registration.</summary>
    private static readonly string[] Shared =
    {
        @"\Windows\",
        @"\Program Files\Windows Defender",
        @"\Program Files (x86)\Windows Defender",
        @"\ProgramData\Microsoft\",
    };

    private static readonly HashSet<string> TooWide = new(StringComparer.OrdinalIgnoreCase)
    {
        @"\Program Files\Common Files",
        @"\Program Files (x86)\Common Files",
    };

    /// <param name="signedPath">AntiVirusProduct.pathToSignedProductExe or pathToSignedReportingExe.</param>
    /// <returns>Null where the path tells no program that is the product's own.</returns>
    public static ProgramFolder? Of(string? signedPath)
    {
        var program = signedPath is null ? null : Local(signedPath.Trim().Trim('"'));
        if (program is null || Shared.Any(place => StartsWith(program, place)))
            return null;
        var path = program.Substring(0, program.LastIndexOf('\\'));
        return new ProgramFolder(path.Count(sign => sign == '\\') >= 2 && !TooWide.Contains(path) ? path : program, program);
    }

    /// <summary>Whether a command (Win32_Service.PathName) or a program (Win32_Process.ExecutablePath) stands in the folder, or below
    /// it.</summary>
    public bool Holds(string? command) => Starts(command) || (Begins(command) is { } path && StartsWith(path, Path + "\\"));

    /// <summary>Whether a command starts the registered program itself.</summary>
    public bool Starts(string? command) => string.Equals(Begins(command), Program, StringComparison.OrdinalIgnoreCase);

    /// <summary>A pattern of WQL's LIKE for commands and programs in the folder.</summary>
    public string Pattern => "%" + string.Concat(Path.Select(sign => sign is '%' or '_' or '[' ? $"[{sign}]" : sign.ToString())) + "%";

    /// <summary>The program of a command, without its arguments.</summary>
    private static string? Begins(string? command)
    {
        if (command is null)
            return null;
        var text = command.Trim();
        if (text.StartsWith("\"", StringComparison.Ordinal))
            return Local(text.Substring(1).Split('"')[0]);
        var end = text.IndexOf(".exe ", StringComparison.OrdinalIgnoreCase);
        return Local(end < 0 ? text : text.Substring(0, end + 4));
    }

    private static string? Local(string path)
    {
        path = path.Replace('/', '\\');
        if (path.StartsWith(@"\??\", StringComparison.Ordinal) || path.StartsWith(@"\\?\", StringComparison.Ordinal))
            path = path.Substring(4);
        if (path.Length > 2 && path[1] == ':' && path[2] == '\\')
        {
            path = path.Substring(2);
        }
        else if (
            path.StartsWith("%", StringComparison.Ordinal)
            && path.IndexOf('%', 1) is var end
            && end > 0
            && Variables.TryGetValue(path.Substring(0, end + 1), out var place)
        )
        {
            path = place + path.Substring(end + 1);
        }
        else
        {
            return null;
        }
        // A way up leads elsewhere.
        return path.Contains(@"\..") || path.Contains(@"\\") || path.EndsWith("\\", StringComparison.Ordinal) ? null : path;
    }

    private static bool StartsWith(string path, string start) => path.StartsWith(start, StringComparison.OrdinalIgnoreCase);
}
