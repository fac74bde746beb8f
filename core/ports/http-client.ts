// Asking servers of the web for proof: time stamps, OCSP, CRLs, certificates. Bounded in bytes and in time.

/** A name and password for HTTP Basic (RFC 7617). The client wipes the password after use. */
export interface HttpCredential {
  readonly user: string;
  /** UTF-8. */
  readonly password: Uint8Array;
}

/** Asked anew for every request, so that no secret is kept; null where there is none. */
export type CredentialSource = () => Promise<HttpCredential | null>;

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  /** http or https, without user name and password. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** An answer with a longer body is cut off: NET_TOO_LARGE. */
  readonly maxBytes: number;
  /** For everything together, redirects included: NET_TIMEOUT. */
  readonly timeoutMs: number;
  /** For the server of `url`; never sent on to another one. */
  readonly credential?: CredentialSource;
  readonly signal?: AbortSignal;
}

export interface HttpResponse {
  /** 200 to 299; other answers are errors. */
  readonly status: number;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Where the answer came from, after redirects. */
  readonly url: string;
}

export interface HttpClient {
  /** Throws a PenaError: NET_*, with the server's name in `params.host`, or CANCELLED. */
  request(request: HttpRequest): Promise<HttpResponse>;
}
