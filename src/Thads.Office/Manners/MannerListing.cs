using Thads.Office.Docket;
using Thads.Office.Matters;

namespace Thads.Office.Manners;

/// <summary>What a number of manners or of work in the field counts; the list behind it is made from the same definition.</summary>
public enum MannerListing
{
    /// <summary>Giải quyết xong: the cell of the forms.</summary>
    Settled = 1,

    /// <summary>Thi hành xong: what has a manner.</summary>
    Completed = 2,

    /// <summary>Settled otherwise: terminated, reduced.</summary>
    Otherwise = 3,
    FreeWill = 4,
    Persuasion = 5,
    CoercionOrdered = 6,
    Coercion = 7,

    /// <summary>Completed, and nobody said how.</summary>
    Unsaid = 8,

    /// <summary>Of free will or after persuasion.</summary>
    Amiable = 9,

    /// <summary>After persuasion in which a commune took part.</summary>
    WithCommune = 10,

    /// <summary>Persuasion sessions held.</summary>
    Persuaded = 11,
    Agreed = 12,
    Refused = 13,

    /// <summary>Persuasion sessions in which a commune took part.</summary>
    PersuadedWithCommune = 14,
    CoercionDecided = 15,
    CoercionPlanned = 16,
    CoercionHeld = 17,
    CoercionPutOff = 18,
}

public static class MannerListingFacts
{
    extension(MannerListing what)
    {
        /// <summary>It counts how matters ended, and not what was done in them.</summary>
        public bool IsEnd => what <= MannerListing.WithCommune;

        /// <summary>Whether an end belongs to it; what a commune had its part in is asked for by matter.</summary>
        public bool Has(MatterEnd end, IReadOnlySet<Guid> withCommune)
        {
            var completed = end.State == DocketState.Completed;
            return what switch
            {
                MannerListing.Settled => true,
                MannerListing.Completed => completed,
                MannerListing.Otherwise => !completed,
                MannerListing.FreeWill => completed && end.Manner == Manner.FreeWill,
                MannerListing.Persuasion => completed && end.Manner == Manner.Persuasion,
                MannerListing.CoercionOrdered => completed && end.Manner == Manner.CoercionOrdered,
                MannerListing.Coercion => completed && end.Manner == Manner.Coercion,
                MannerListing.Unsaid => completed && end.Manner is null,
                MannerListing.Amiable => completed && end.Manner is Manner.FreeWill or Manner.Persuasion,
                MannerListing.WithCommune => completed && end.Manner == Manner.Persuasion && withCommune.Contains(end.Matter),
                MannerListing.Persuaded or MannerListing.Agreed or MannerListing.Refused or MannerListing.PersuadedWithCommune or MannerListing.CoercionDecided or MannerListing.CoercionPlanned
                    or MannerListing.CoercionHeld or MannerListing.CoercionPutOff => false,
            };
        }

        public bool Has(FieldEvent done) => what switch
        {
            MannerListing.Persuaded => done.Kind == EventKind.Persuaded,
            MannerListing.Agreed => done is { Kind: EventKind.Persuaded, Result: EventResult.Agreed },
            MannerListing.Refused => done is { Kind: EventKind.Persuaded, Result: EventResult.Refused },
            MannerListing.PersuadedWithCommune => done is { Kind: EventKind.Persuaded, WithCommune: true },
            MannerListing.CoercionDecided => done.Kind == EventKind.CoercionDecided,
            MannerListing.CoercionPlanned => done.Kind == EventKind.CoercionPlanned,
            MannerListing.CoercionHeld => done.Kind == EventKind.CoercionHeld,
            MannerListing.CoercionPutOff => done.Kind == EventKind.CoercionPutOff,
            MannerListing.Settled or MannerListing.Completed or MannerListing.Otherwise or MannerListing.FreeWill or MannerListing.Persuasion or MannerListing.CoercionOrdered or MannerListing.Coercion
                or MannerListing.Unsaid or MannerListing.Amiable or MannerListing.WithCommune => false,
        };

        /// <summary>The listing of a manner; null = nobody said how.</summary>
        public static MannerListing Of(Manner? manner) => manner switch
        {
            Manner.FreeWill => MannerListing.FreeWill,
            Manner.Persuasion => MannerListing.Persuasion,
            Manner.CoercionOrdered => MannerListing.CoercionOrdered,
            Manner.Coercion => MannerListing.Coercion,
            null => MannerListing.Unsaid,
        };
    }
}
