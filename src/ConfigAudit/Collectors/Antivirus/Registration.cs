using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Antivirus;

/// <summary>A row of AntiVirusProduct: what a product told the Security Center of itself, lately or long ago.</summary>
/// <param name="Name">displayName, in whatever language.</param>
/// <param name="State">productState; null where that couldn't be read.</param>
/// <param name="ReportedAt">timestamp.</param>
/// <param name="Folders">Of pathToSignedProductExe and pathToSignedReportingExe, those that are the product's own.</param>
internal sealed record Registration(string? Name, ProductState? State, DateTimeOffset? ReportedAt, IReadOnlyList<ProgramFolder> Folders)
{
    public const string Source = "root/SecurityCenter2:AntiVirusProduct";

    /// <summary>A product tells the Center when it starts, and when its state or its definitions change: most do so within a day.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(1);

    public ProtectionState? Claim => State?.Protection;

    public static Registration Of(CimRow row) => new(
        row.Named("displayName"),
        row.Number("productState") is { } number ? new ProductState(number) : null,
        DateTimeOffset.TryParseExact(row.Text("timestamp"), "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null,
        new[] { row.Text("pathToSignedReportingExe"), row.Text("pathToSignedProductExe") }.Select(ProgramFolder.Of).OfType<ProgramFolder>().Distinct().ToArray());

    /// <summary>Whether the Center heard that the product is on, on the day before this moment.</summary>
    public bool IsRecent(DateTimeOffset? now) => Claim == ProtectionState.On && ReportedAt is { } at && now - at is { } age && age < Lately && age > -Lately;

    /// <summary>What a row says twice is one registration; the Center's last word on it counts.</summary>
    public static IReadOnlyList<Registration> All(CimAnswer? center) => (center?.Rows ?? Array.Empty<CimRow>()).Select(Of)
        .GroupBy(each => (Name: each.Name?.ToUpperInvariant(), each.State))
        .SelectMany(same => same.Key.Name is null ? same : same.OrderByDescending(each => each.ReportedAt).Take(1))
        .ToArray();
}
