using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions.Mmi;
using ConfigAudit.Asking.Sessions.Replay;
using ConfigAudit.Asking.Sessions.WsMan;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.Asking.Sessions;

/// <summary>Opens the session that suits a target, and learns whether the host can be asked at all.</summary>
internal static class SessionOpener
{
    /// <param name="target">Its own protocol, port and TLS come before the options'.</param>
    /// <param name="options">How hosts are asked.</param>
    /// <param name="within">The longest that the host may take, from now.</param>
    /// <param name="token">Gives up.</param>
    /// <exception cref="SessionException">The target can't be asked; says why and what to do.</exception>
    public static async Task<ICimSource> OpenAsync(Target target, SessionOptions options, TimeSpan within, CancellationToken token)
    {
        if (target.MistakeTold is { } mistake)
        {
            throw new SessionException(
                GapKind.NotCollected,
                new LocalText("一覧の行が正しくないため、問い合わせていない: ", "not asked, since its row can't be used: ").Then(mistake)
            );
        }

        var source = target.RecordingPath is not null
            ? ReplaySource.Open(target.RecordingPath)
            : await OpenLiveAsync(target, options, within, token).ConfigureAwait(false);
        return options.Wrap?.Invoke(target, source) ?? source;
    }

    /// <summary>A session that is open already was let in; whoever runs this is known to the domain; only a credential that was typed can
    /// be wrong.</summary>
    private static async Task<ICimSource> OpenLiveAsync(Target target, SessionOptions options, TimeSpan within, CancellationToken token)
    {
        if (options.Opened?.Invoke(target) is { } opened)
            return new LimitedSource(opened, options.OperationTimeout, within);
        return options.Credential is null
            ? await OpenWithinAsync(target, options, within, token).ConfigureAwait(false)
            : await options
                .Trial.OpenAsync(target.ComputerName, () => OpenWithinAsync(target, options, within, token), token)
                .ConfigureAwait(false);
    }

    private static async Task<ICimSource> OpenWithinAsync(Target target, SessionOptions options, TimeSpan within, CancellationToken token)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        var wait = options.OperationTimeout < within ? options.OperationTimeout : within;
        patience.CancelAfter(wait);
        try
        {
            var source = await AskedAsync(target, options, patience.Token).ConfigureAwait(false);
            return new LimitedSource(source, options.OperationTimeout, within);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            throw new SessionException(
                GapKind.Timeout,
                new LocalText($"{wait.TotalSeconds:0.#}秒以内に応答がない", $"the host didn't answer within {wait.TotalSeconds:0.#} s")
            );
        }
    }

    private static Task<ICimSource> AskedAsync(Target target, SessionOptions options, CancellationToken token)
    {
        var protocol = target.Protocol ?? options.Protocol;
        var isWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);
        if (protocol is SessionProtocol.WsMan || (protocol is SessionProtocol.Auto && (!isWindows || HasOwnAddress(target, options))))
            return WsManSource.OpenAsync(WsManEndpoint.Of(target, options), options, token);
        return isWindows
            ? OpenMmiAsync(target, protocol, options, token)
            : throw new SessionException(
                GapKind.NotSupported,
                new LocalText(
                    $"-Protocol {protocol} にはWindowsが必要です。ここからは -Protocol WsMan と -UseSsl を使ってください",
                    $"-Protocol {protocol} needs Windows; from here use -Protocol WsMan with -UseSsl"
                )
            );
    }

    /// <summary>MMI knows one name for where to connect and for who must be there; our own client keeps them apart, and over TLS needs
    /// nothing that only MMI does.</summary>
    private static bool HasOwnAddress(Target target, SessionOptions options) => target.Address is not null && options.IsTls(target);

    /// <summary>Apart, so that nothing of MMI is loaded where it isn't called.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<ICimSource> OpenMmiAsync(
        Target target,
        SessionProtocol protocol,
        SessionOptions options,
        CancellationToken token
    ) => MmiSource.OpenAsync(target, protocol, options, token);
}
