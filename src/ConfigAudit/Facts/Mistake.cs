using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Facts;

/// <summary>
/// A mistake of this module that one target's data brought out. It costs what was being read or judged of that target, is said, and never
/// ends the run of the others.
/// </summary>
internal static class Mistake
{
    /// <summary>Whether an exception is such a mistake: being told to stop is none, and giving up when nobody said so is.</summary>
    public static bool Is(Exception bad, CancellationToken token = default) =>
        bad is not OperationCanceledException || !token.IsCancellationRequested;

    /// <summary>What is lost by it.</summary>
    /// <param name="bad">Its message stays out of it: that may hold anything.</param>
    /// <param name="source">What was being read or judged.</param>
    public static Gap Gap(Exception bad, string source) =>
        new(
            GapKind.Unusable,
            source,
            new LocalText(
                $"このモジュールの誤りであり、ホストの状態ではない: {Frame(bad)} での {bad.GetType().Name}。モジュールのバージョンと併せて報告してください",
                $"a mistake of this module, and no state of the host: {bad.GetType().Name} in {Frame(bad)}. Please report it with the module's version"
            )
        );

    /// <summary>The innermost method of ours.</summary>
    private static string Frame(Exception bad)
    {
        var methods =
            new StackTrace(bad).GetFrames()?.Select(frame => frame?.GetMethod()).ToArray() ?? Array.Empty<System.Reflection.MethodBase?>();
        var own = Array.Find(
            methods,
            method => method?.DeclaringType?.FullName?.StartsWith("ConfigAudit.", StringComparison.Ordinal) == true
        );
        return own is null ? bad.Source ?? "code of others" : $"{own.DeclaringType!.FullName}.{own.Name}";
    }
}
