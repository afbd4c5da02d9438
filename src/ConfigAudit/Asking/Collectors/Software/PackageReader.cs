using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Software;

/// <summary>Full names of packages to software facts.</summary>
internal static class PackageReader
{
    public static void Add(FactSetBuilder<SoftwareFact> facts, Collection collection, PackageRoot root)
    {
        // One package stands there for each architecture and each language that it comes in.
        var seen = new HashSet<(string Name, Version Version, string Publisher)>();
        foreach (var text in root.Names.Value ?? Array.Empty<string>())
        {
            if (PackageName.Parse(text) is not { } package)
            {
                facts.MayLack(
                    new Gap(
                        GapKind.Unusable,
                        root.Key.Source,
                        new LocalText($"「{text}」はパッケージの完全な名前ではない", $"'{text}' is no full name of a package")
                    ),
                    new SoftwareFact { Scope = root.Scope, Form = SoftwareForm.Package }
                );
            }
            else if (seen.Add((package.Name.ToUpperInvariant(), package.Version, package.Publisher)))
            {
                Add(facts, collection, root, package);
            }
        }
    }

    private static void Add(FactSetBuilder<SoftwareFact> facts, Collection collection, PackageRoot root, PackageName package)
    {
        var catalogue = collection.Catalogs.Lifecycle;
        var lifecycle = catalogue.Find(package, collection.Build);
        facts.Add(
            new SoftwareFact
            {
                ComputerName = collection.ComputerName,
                Source = root.Key.Source,
                Name = package.Name,
                DisplayVersion = package.Version.ToString(),
                Version = package.Version,
                Publisher = package.Publisher,
                Scope = root.Scope,
                Form = SoftwareForm.Package,
                IsComponent = catalogue.Parts.Any(part => part.Has(package)),
                ListedAs = ProgramKinds.Of(collection.Catalogs, package.Name),
            }.With(lifecycle, collection)
        );
        facts.Unread(
            new Gap(
                GapKind.NotSupported,
                root.Key.Source,
                new LocalText("パッケージには日付が登録されない", "packages aren't registered with a day")
            ),
            nameof(SoftwareFact.InstalledOn)
        );
        facts.Unread(
            SoftwareReader.Doubt(lifecycle, collection, root.Key, null),
            nameof(SoftwareFact.Support),
            nameof(SoftwareFact.CoversPlannedUse)
        );
    }
}
