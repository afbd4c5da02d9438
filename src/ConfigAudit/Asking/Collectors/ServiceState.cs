using System;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors;

/// <summary>
/// Whether a service of Windows' own works: Win32_Service.State and StartMode. Where the answer holds it not at all, nothing is known:
/// every host has these
/// services, so one that doesn't show is hidden, or was taken out with something that isn't understood.
/// </summary>
internal sealed class ServiceState
{
    private const string Source = "root/cimv2:Win32_Service";

    private readonly CimAnswer _answer;
    private readonly string _name;

    public ServiceState(CimAnswer answer, string name)
    {
        _name = name;
        _answer = CimAnswer.Of(
            answer.Rows.Where(row => string.Equals(row.Text("Name"), name, StringComparison.OrdinalIgnoreCase)).ToArray(),
            answer.Gap
        );
    }

    /// <summary>Whether the host told of it.</summary>
    public bool IsThere => _answer.Rows.Count > 0;

    /// <summary>State: "Running"; false for one that is stopped or paused, or about to be. One that starts isn't known to have come
    /// up.</summary>
    public Reading<bool?> IsRunning =>
        IsStarting
            ? Reading<bool?>.Unknown(
                new Gap(
                    GapKind.Unusable,
                    Place,
                    new LocalText(
                        "サービスは開始の途中（Start Pending）で、開始したか分からない",
                        "the service was about to start (Start Pending), so it isn't known whether it came up"
                    )
                )
            )
            : Contradiction
                ?? Read(
                    "State",
                    text =>
                        text.ToUpperInvariant() switch
                        {
                            "RUNNING" or "CONTINUE PENDING" => true,
                            "STOPPED" or "STOP PENDING" or "PAUSED" or "PAUSE PENDING" => false,
                            _ => (bool?)null,
                        }
                );

    /// <summary>StartMode is "Disabled": nothing starts it.</summary>
    public Reading<bool?> IsDisabled =>
        Read(
            "StartMode",
            text =>
                text.ToUpperInvariant() switch
                {
                    "DISABLED" => true,
                    "AUTO" or "MANUAL" or "BOOT" or "SYSTEM" => false,
                    _ => (bool?)null,
                }
        );

    /// <summary>Is to run from the host's start on, StartMode "Auto", and doesn't: it failed, somebody stopped it, or what it needs isn't
    /// there.</summary>
    public Reading<bool?> Failed =>
        ReadingExtensions.All(
            Read(
                "StartMode",
                text =>
                    text.ToUpperInvariant() switch
                    {
                        "AUTO" => true,
                        "DISABLED" or "MANUAL" or "BOOT" or "SYSTEM" => false,
                        _ => (bool?)null,
                    }
            ),
            IsRunning.Not()
        );

    /// <summary>Runs, and may do so after the next start.</summary>
    public Reading<bool?> Works => ReadingExtensions.All(IsRunning, IsDisabled.Not());

    /// <summary>
    /// Why it isn't known whether it works. Null where it is, where it is about to, and where the answer doesn't hold it: a recording made
    /// before it was asked for contradicts nothing.
    /// </summary>
    public Gap? Gap =>
        IsStarting || (!IsThere && _answer.Gap is null or { Kind: GapKind.NotRecorded }) || Works.IsKnown ? null : Works.Gaps[0];

    /// <summary>Its row says that it runs, and also that it doesn't.</summary>
    private Reading<bool?>? Contradiction =>
        _answer.Rows.Select(ServiceRow.Contradiction).FirstOrDefault(each => each is not null) is { } told
            ? Reading<bool?>.Unknown(new Gap(GapKind.Unusable, Place, told))
            : null;

    private string Place => $"{Source}.Name={_name}";

    private bool IsStarting =>
        IsThere && _answer.Rows.All(row => string.Equals(row.Text("State"), "Start Pending", StringComparison.OrdinalIgnoreCase));

    private Reading<bool?> Read(string property, Func<string, bool?> meaning) =>
        IsThere || _answer.Gap is not null
            ? new SoleInstance(_answer, Place).Read(property, row => row.Text(property) is { } text ? meaning(text) : null)
            : Reading<bool?>.Unknown(
                new Gap(
                    GapKind.Unusable,
                    Place,
                    new LocalText(
                        "どのWindowsにもあるこのサービスが示されない",
                        "the host doesn't show this service, which every Windows has"
                    )
                )
            );

    /// <summary>Asks for services by name.</summary>
    public static CimQuery Query(params string[] names) =>
        new(
            "root/cimv2",
            "Win32_Service",
            ServiceRow.Properties.Concat(new[] { "Name", "StartMode" }).ToArray(),
            string.Join(" OR ", names.Select(name => $"Name='{name}'"))
        );
}
