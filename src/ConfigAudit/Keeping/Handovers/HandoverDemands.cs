using System;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Keeping.Handovers;

/// <summary>What a hand-over has to prove.</summary>
/// <param name="Trusted">Who may have signed it.</param>
/// <param name="MaximumAge">How old it may be; null for any age.</param>
internal sealed record HandoverDemands(TrustedSigners Trusted, TimeSpan? MaximumAge = null)
{
    /// <summary>How far the clocks of two networks may differ.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromHours(1);

    /// <param name="path">The manifest, for messages.</param>
    /// <param name="handover">Signed by somebody trusted.</param>
    /// <param name="signer">Who that is.</param>
    /// <param name="now">The time here.</param>
    /// <exception cref="HandoverException">It is too old, or of a time to come.</exception>
    public void DemandAge(string path, Handover handover, Signer signer, DateTimeOffset now)
    {
        var latest = handover.CreatedAt > signer.At ? handover.CreatedAt : signer.At;
        if (latest - now > ClockDifference)
        {
            throw new HandoverException(
                Refusal.NotYet,
                path,
                new LocalText(
                    $"作成日時が {Handover.Text(latest)} で、まだ来ていない日時です（こちらの時刻は {Handover.Text(now)}）",
                    $"it says that it was made on {Handover.Text(latest)}, which is still to come: here it is {Handover.Text(now)}"
                )
            );
        }

        if (now - handover.CreatedAt > MaximumAge)
        {
            throw new HandoverException(
                Refusal.TooOld,
                path,
                new LocalText(
                    $"{Handover.Text(handover.CreatedAt)} に作成されたもので、-MaximumAge の期間より前です",
                    $"it was made on {Handover.Text(handover.CreatedAt)}, longer ago than -MaximumAge allows"
                )
            );
        }
    }
}
