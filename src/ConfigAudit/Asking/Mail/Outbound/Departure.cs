using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Mail.Outbound;

/// <summary>
/// Finds the step by which a message left the organisation: the topmost from one of its servers to one that isn't. What stands below it was
/// written before, by whoever had the message then.
/// </summary>
internal sealed class Departure
{
    /// <summary>The steps that a message to people names.</summary>
    private const int MostShown = 5;

    private readonly OwnHosts _own;

    public Departure(OwnHosts own) => _own = own;

    /// <param name="path">The file, for messages.</param>
    /// <param name="received">The Received lines, the last written first.</param>
    /// <exception cref="InputException">There is no such step, or nobody but the client says that there is.</exception>
    public ReceivedHeader Of(string path, IReadOnlyList<string> received)
    {
        var steps = new List<ReceivedHeader>();
        foreach (var line in received)
        {
            if (ReceivedHeader.Read(line) is not { } step)
            {
                // Below a line that may be the step, none is believed.
                if (line.Split(' ', '(', ')', '[', ']', '<', '>', '=', ';', ',').Any(_own.HasName) && IsOfSomeone(line))
                    throw new InputException(path, Unreadable());
                continue;
            }

            steps.Add(step);
            if (_own.HasHost(step.By) || !Claims(step.From))
                continue;
            if (OwnHosts.IsInner(step.By) || _own.MayStayInside(step.From.Address))
                throw new InputException(path, Inner(step));
            return IsOwn(step.From) ? step : throw new InputException(path, Doubted(step));
        }

        throw new InputException(path, None(steps));
    }

    /// <summary>Lines without a client and a receiver are notes of a server to itself.</summary>
    private static bool IsOfSomeone(string line) => line.TrimStart().StartsWith("from ", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether anything in it names one of the organisation's servers.</summary>
    private bool Claims(ReceivedPeer from) => _own.HasAddress(from.Address) || from.Words.Any(_own.HasName);

    /// <summary>Whether more says so than the client: its address where addresses were named, else the name that leads to it and back.</summary>
    private bool IsOwn(ReceivedPeer from) =>
        _own.HasAddresses ? _own.HasAddress(from.Address) : from.IsConfirmed && _own.HasName(from.Found);

    private LocalText Doubted(ReceivedHeader step)
    {
        var (who, by) = (step.From.ToString(), HostileText.Shown(step.By));
        if (step.From.Address is not { } address)
        {
            return new LocalText(
                $"{by} の Received には、接続元のアドレスがないか、複数あります（{who}）。接続元が名乗った名前だけでは、自組織のサーバからの送信とは判断できません。アドレスを記録する別の相手（Gmail、Exchange Online など）に送ったメールを使ってください",
                $"{by} wrote no address of who connected, or more than one ({who}), and the name that a client says of itself proves nothing: take a message that was sent to a server that writes it, such as Gmail's or Exchange Online's"
            );
        }

        if (_own.HasAddresses)
        {
            return new LocalText(
                $"{by} が記録した接続元 {who} は、-OwnHost のアドレスではありません。自組織のサーバ、又は送信を中継するサーバであれば、-OwnHost に {address} を加えてください",
                $"{by} wrote that {who} connected, whose address is none of -OwnHost: if it is one of the organisation's servers, or relays its mail, add {address} to -OwnHost"
            );
        }

        return step.From.Found is { } found && !_own.HasName(found)
            ? new LocalText(
                $"{by} が記録した接続元は、{HostileText.Shown(step.From.Said)} と名乗りましたが、アドレス {address} の名前は {HostileText.Shown(found)} です。自組織のサーバ、又は送信を中継するサーバであれば、-OwnHost に {address} を指定してください",
                $"who connected to {by} said that it is {HostileText.Shown(step.From.Said)}, and its address {address} has the name {HostileText.Shown(found)}: if it is one of the organisation's servers, or relays its mail, name {address} with -OwnHost"
            )
            : new LocalText(
                $"{by} は、接続元 {who} の名前がそのアドレスのものであると確認していません。自組織のサーバのアドレスであれば、-OwnHost に {address} を指定してください",
                $"{by} doesn't say that the name of who connected, {who}, is that of its address: if that is one of the organisation's servers, name {address} with -OwnHost"
            );
    }

    private static LocalText Inner(ReceivedHeader step) =>
        new(
            $"{HostileText.Shown(step.By)} への受け渡しは、組織の中のものかもしれません。自組織のサーバを -OwnHost で指定してください",
            $"the step to {HostileText.Shown(step.By)} may have stayed inside the organisation: name its own servers with -OwnHost"
        );

    private LocalText Unreadable() =>
        new(
            $"{_own.Domains[0]} などのサーバの名前がある Received に、読み取れない書き方のものがあります。それより下の Received は使いません。別の相手に送ったメールを使ってください",
            $"a Received that names a server of {_own.Domains[0]}, or of another -Domain or -OwnHost, can't be read, and those below it aren't believed: take a message that was sent to another server"
        );

    private static LocalText None(List<ReceivedHeader> steps)
    {
        if (steps.Count == 0)
        {
            return new LocalText(
                "ヘッダに、受け渡しを示す Received がありません。送信先で受け取ったメールを、すべてのヘッダと共に保存したファイル（.eml）を指定してください",
                "its header has no Received that tells of a step: give a message as it arrived elsewhere, saved with its whole header (.eml)"
            );
        }

        var seen = string.Join("; ", steps.Take(MostShown).Select(step => $"{step.From} → {HostileText.Shown(step.By)}".TrimStart()));
        return new LocalText(
            $"-Domain・-OwnHost のサーバから他のサーバへ渡したことを示す Received がありません（{seen}）。この中に自組織のサーバ、又は送信を中継するサーバがあれば、-OwnHost にそのアドレスを指定してください",
            $"no Received tells of a step from a server of -Domain or -OwnHost to another's ({seen}): if one of these is the organisation's, or relays its mail, name its address with -OwnHost"
        );
    }
}
