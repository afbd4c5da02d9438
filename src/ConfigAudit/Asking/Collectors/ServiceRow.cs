using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Collectors;

/// <summary>
/// Whether a row of Win32_Service or Win32_SystemDriver tells of one that runs. State says so, and Started, ProcessId and Status of the same
/// row bear it out or contradict it: where one of them does, nobody knows. A property that the row doesn't have contradicts nothing, as in
/// recordings made before it was asked for. The words of State and Status are never localised.
/// </summary>
internal static class ServiceRow
{
    public const string Running = "Running";

    /// <summary>What has to be asked for.</summary>
    public static readonly string[] Properties = { "State", "Started", "ProcessId", "Status" };

    /// <summary>A driver has no process.</summary>
    public static readonly string[] OfDrivers = { "State", "Started", "Status" };

    /// <summary>Of what Status may say (Microsoft Learn, "Win32_Service class", Status), that which doesn't work.</summary>
    private static readonly string[] Broken = { "Error", "Starting", "Stopping", "Service", "NonRecover", "No Contact", "Lost Comm" };

    /// <summary>Null where State isn't told, or contradicted.</summary>
    public static bool? IsRunning(CimRow row) =>
        row.Text("State") is not { } state ? null
        : state != Running ? false
        : Contradiction(row) is null ? true
        : null;

    /// <summary>What speaks against a state of "Running", with both sides; null where nothing does.</summary>
    public static LocalText? Contradiction(CimRow row)
    {
        var against = Is(row.Text("State"), Running) ? Against(row).ToArray() : Array.Empty<LocalText>();
        return against.Length == 0
            ? null
            : new LocalText(
                $"サービス又はドライバ {row.Named("Name")} の State は Running だが、{string.Join("、", against.Select(each => each.Ja))}",
                $"State of the service or driver {row.Named("Name")} is Running, but {string.Join(" and ", against.Select(each => each.En))}"
            );
    }

    private static IEnumerable<LocalText> Against(CimRow row)
    {
        if (row.Flag("Started") == false)
            yield return Said("Started", "false");
        else if (row.Has("Started") && row.Flag("Started") is null)
            yield return Unread("Started");
        if (row.Number("ProcessId") == 0)
            yield return Said("ProcessId", "0");
        else if (row.Has("ProcessId") && row.Number("ProcessId") is null)
            yield return Unread("ProcessId");
        if (Broken.FirstOrDefault(word => Is(row.Text("Status"), word)) is { } status)
            yield return Said("Status", status);
    }

    private static LocalText Said(string property, string value) => new($"{property} は {value}", $"{property} is {value}");

    private static LocalText Unread(string property) => new($"{property} を読めない", $"{property} can't be read");

    private static bool Is(string? text, string word) => string.Equals(text?.Trim(), word, StringComparison.OrdinalIgnoreCase);
}
