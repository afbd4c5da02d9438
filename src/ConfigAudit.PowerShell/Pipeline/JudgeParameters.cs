using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Judging.Registers;
using ConfigAudit.Judging.Statements;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>
/// Reads what hosts are judged against besides a baseline. A file that can't be used is one error, and the others count; a path that means
/// nothing is
/// mistyped, and ends the command before it has judged by less than was meant.
/// </summary>
internal static class JudgeParameters
{
    /// <summary>Null where none are given.</summary>
    public static RegisterSet? LoadRegisters<T>(this T command)
        where T : AuditCommand, IJudgeParameters =>
        command.RegisterPath.Length == 0
            ? null
            : RegisterSet.Load(
                command.There(command.RegisterPath, "New-ConfigAuditRegister").SelectMany(command.ResolveExisting),
                bad => command.WriteError(Records.Of(bad)),
                command.AsOf,
                odd => command.WriteWarning(odd.Message)
            );

    public static StatementSet LoadStatements<T>(this T command)
        where T : AuditCommand, IJudgeParameters =>
        new(
            command.Read(command.WaiverPath, "New-ConfigAuditWaiver", StatementFile.ReadWaivers),
            command.Read(command.AttestationPath, "Set-ConfigAuditAttestation", StatementFile.ReadAttestations),
            command.AsOf
        );

    /// <summary>The paths, of which each means something. One that doesn't ends the command.</summary>
    public static string[] There(this AuditCommand command, IEnumerable<string> paths, string? maker = null)
    {
        var all = paths.ToArray();
        foreach (var path in all)
        {
            if (command.Find(path).Count == 0)
                command.ThrowTerminatingError(Records.NotThere(path, maker));
        }

        return all;
    }

    private static T[] Read<T>(
        this AuditCommand command,
        IEnumerable<string> paths,
        string maker,
        Func<string, Action<InputException>, IReadOnlyList<T>> read
    ) =>
        command
            .ResolveFiles(command.There(paths, maker), isLiteral: false)
            .SelectMany(path =>
            {
                try
                {
                    return read(path, bad => command.WriteError(Records.Of(bad)));
                }
                catch (InputException bad)
                {
                    command.WriteError(Records.Of(bad));
                    return Array.Empty<T>();
                }
            })
            .ToArray();
}
