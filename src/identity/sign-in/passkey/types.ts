import type { AccountId, EntranceId, FactorId, MemberId, SocietyId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/time.ts";

/** Who tries; sources only as MACs. */
export type PasskeyTry = {
  readonly entranceId: EntranceId;
  /** As the answer names it; empty where it names none. */
  readonly credentialId: string;
  readonly sourceMac: string;
  /** The same for every passkey of an entrance: a source's failures are counted together. */
  readonly loginMac: string;
  readonly at: Instant;
};

/** A registered passkey, and whose it is. */
export type OwnPasskey = {
  readonly societyId: SocietyId;
  readonly factorId: FactorId;
  readonly accountId: AccountId;
  readonly memberId: MemberId;
  readonly publicKey: string;
  readonly counter: number;
  readonly isSyncable: boolean;
};
