using System;
using System.Collections.Generic;

namespace ConfigAudit.Asking.Collectors.OperatingSystem;

/// <summary>
/// EditionID of the CurrentVersion key, which is never localised, to the number of the same edition (OperatingSystemSKU). The names are
/// those of the editions in Windows' images, the numbers those of winnt.h (PRODUCT_…). An edition that isn't here says nothing.
/// </summary>
internal static class EditionId
{
    private static readonly Dictionary<string, long> Numbers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Ultimate"] = 1,
        ["HomeBasic"] = 2,
        ["HomePremium"] = 3,
        ["Enterprise"] = 4,
        ["Business"] = 6,
        ["ServerStandard"] = 7,
        ["ServerDatacenter"] = 8,
        ["Starter"] = 11,
        ["EnterpriseN"] = 27,
        ["UltimateN"] = 28,
        ["Professional"] = 48,
        ["ProfessionalN"] = 49,
        ["ServerSolution"] = 50,
        ["Embedded"] = 65,
        ["EnterpriseEval"] = 72,
        ["ServerStandardEval"] = 79,
        ["ServerDatacenterEval"] = 80,
        ["EnterpriseNEval"] = 84,
        ["ThinPC"] = 87,
        ["EmbeddedIndustry"] = 89,
        ["CoreN"] = 98,
        ["CoreCountrySpecific"] = 99,
        ["CoreSingleLanguage"] = 100,
        ["Core"] = 101,
        ["Education"] = 121,
        ["EducationN"] = 122,
        ["EnterpriseS"] = 125,
        ["EnterpriseSN"] = 126,
        ["EnterpriseSEval"] = 129,
        ["EnterpriseSNEval"] = 130,
        ["ProfessionalWorkstation"] = 161,
        ["ProfessionalWorkstationN"] = 162,
        ["ProfessionalEducation"] = 164,
        ["ProfessionalEducationN"] = 165,
        ["ServerRdsh"] = 175,
        ["Cloud"] = 178,
        ["CloudN"] = 179,
        ["IoTEnterprise"] = 188,
        ["IoTEnterpriseS"] = 191,
        ["CloudEditionN"] = 202,
        ["CloudEdition"] = 203,
    };

    /// <summary>Null for one that isn't known.</summary>
    public static long? Number(string? edition) =>
        edition is not null && Numbers.TryGetValue(edition.Trim(), out var number) ? number : null;
}
