import { guidanceRoutes, maintenanceGate } from "../guidance/index.ts";
import { addressRoutes } from "../identity/address/index.ts";
import { addressesRoutes } from "../identity/addresses/index.ts";
import { afterCoverRoutes } from "../identity/after-cover/index.ts";
import {
  beginFirstSignIn,
  checkRoutes,
  firstSignInRoutes,
  isFirstSignInResumable,
} from "../identity/first-sign-in/index.ts";
import { gateRoutes } from "../identity/gates/index.ts";
import { keptFormRoutes } from "../identity/kept-forms/index.ts";
import { openMethods } from "../identity/methods/index.ts";
import { ownSessionsRoutes } from "../identity/own-sessions/index.ts";
import { resetRoutes } from "../identity/password-reset/index.ts";
import { profileRoutes } from "../identity/profile/index.ts";
import { recoveryRoutes } from "../identity/recovery/index.ts";
import { secondFactorRoutes } from "../identity/second-factor/index.ts";
import { sessionReader, sessionRoutes } from "../identity/sessions/index.ts";
import { signInRoutes } from "../identity/sign-in/index.ts";
import { stepUpRoutes } from "../identity/step-up/index.ts";
import { termsConsentRoutes } from "../identity/terms-consent/index.ts";
import type { Clock } from "../kernel/time.ts";
import { mailDomainOf } from "../mail/index.ts";
import type { Config } from "../platform/config.ts";
import type { Passwords } from "../platform/crypto/passwords.ts";
import type { Secrets } from "../platform/crypto/types.ts";
import type { Database } from "../platform/database/types.ts";
import { type AppParts, createApp, isNear, type RequestRecord } from "../platform/http/app.ts";
import { preferenceRoutes } from "../platform/http/preferences.ts";
import { sourceReader } from "../platform/http/source.ts";
import type { RequestContext, Web } from "../platform/http/types.ts";
import { homeRoutes, serviceGuards } from "../services/index.ts";
import {
  commonMaintenance,
  concerning,
  maintenanceAt,
  policyAt,
  type Registry,
  type Society,
} from "../society/index.ts";
import { assets, UnknownHostPage } from "../ui/index.ts";
import { developmentRoutes } from "./development.ts";
import { viewOf } from "./frame.ts";
import { gates } from "./gates.ts";
import { keptForms } from "./kept-forms.ts";
import { troublePage } from "./trouble.tsx";

/** What the web application is made of. */
export type WebParts = {
  readonly config: Config;
  readonly clock: Clock;
  readonly database: Database;
  readonly secrets: Secrets;
  readonly registry: Registry;
  readonly passwords: Passwords;
  readonly record: (event: RequestRecord) => void;
  readonly failed: AppParts["failed"];
};

const maintenanceReader = (registry: Registry) => (request: RequestContext) => {
  const { society, entrance, now } = request;
  const ofAll = () =>
    commonMaintenance(
      entrance.societies.map((id) => registry.society(id)?.policy.maintenance ?? null),
    );
  const whom = { societyId: society?.id ?? null, entranceId: entrance.id };
  const planned = concerning(registry.windows(), whom);
  return maintenanceAt(society ? society.policy.maintenance : ofAll(), now, planned);
};

/** What the rooms are given; each takes of it what it needs. */
const servicesOf = ({ config, database, secrets, registry, passwords }: WebParts) => {
  const senderDomain = (society: Society | null) =>
    society ? mailDomainOf(society, config.mailDomain) : config.mailDomain;
  return {
    database,
    secrets,
    registry,
    passwords,
    mailDomainOf: senderDomain,
    methods: openMethods({ secrets, mailDomainOf: senderDomain }),
    maintenanceFor: maintenanceReader(registry),
    policyAt: async (society: Society, version: number) =>
      society.version === version
        ? society.policy
        : database.inSociety(society.id, (tx) => policyAt(tx, society, version)),
  };
};

/** The order is that in which they see a request. */
const featuresOf = (parts: WebParts): readonly ((web: Web) => void)[] => {
  const { config } = parts;
  const services = servicesOf(parts);
  return [
    ...(config.development ? [developmentRoutes({ ...config, isNear })] : []),
    maintenanceGate(services.maintenanceFor),
    preferenceRoutes,
    sessionRoutes(services),
    keptFormRoutes(services, keptForms),
    gateRoutes(gates),
    guidanceRoutes(services),
    homeRoutes(services),
    signInRoutes({
      ...services,
      isResumable: isFirstSignInResumable(services),
      beginFirstSignIn: beginFirstSignIn(services),
    }),
    recoveryRoutes(services),
    secondFactorRoutes(services),
    stepUpRoutes(services),
    resetRoutes(services),
    termsConsentRoutes(services),
    afterCoverRoutes,
    ownSessionsRoutes(services),
    profileRoutes(services),
    addressesRoutes(services),
    serviceGuards(services),
    firstSignInRoutes(services),
    checkRoutes(services),
    addressRoutes(services),
  ];
};

/** All rooms put together: the one place where features meet. */
export const createWeb = (parts: WebParts): Web => {
  const { config, clock, database, secrets, registry, record, failed } = parts;
  return createApp({
    clock,
    secrets,
    sourceOf: sourceReader(config.trustedProxies),
    entranceAt: registry.entranceAt,
    movedFrom: registry.movedFrom,
    societyOf: registry.society,
    sessionOf: sessionReader(database),
    viewOf,
    asset: assets.serve,
    pages: { unknownHost: () => <UnknownHostPage />, trouble: troublePage },
    record,
    failed,
    features: featuresOf(parts),
  });
};
